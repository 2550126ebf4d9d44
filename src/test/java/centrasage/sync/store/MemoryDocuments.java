package centrasage.sync.store;

import centrasage.flow.Command;
import java.util.Optional;
import java.util.function.LongFunction;

/** What planning asks of the commands that were posted, answered from memory. */
public final class MemoryDocuments extends PostedDocuments {
    private final LongFunction<Optional<Command>> commands;

    public MemoryDocuments(LongFunction<Optional<Command>> commands) {
        this.commands = commands;
    }

    @Override
    public Optional<Command> command(long postingId) {
        return commands.apply(postingId);
    }
}
