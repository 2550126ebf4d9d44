package centrasage.settlements.read;

import centrasage.settlements.file.Fault;
import java.io.IOException;
import java.util.List;

/** Finds out whose file it is. */
public final class Readers {
    private final List<SettlementReader> readers;

    public Readers(List<SettlementReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /**
     * Who reads this file.
     *
     * @throws UnreadableFile when it is nobody's, or more than one would read it: whose it is is never guessed
     * @throws IOException when its bytes cannot be read now
     */
    public SettlementReader of(Source source) throws IOException, UnreadableFile {
        Head head = Head.of(source);
        List<SettlementReader> fitting =
                readers.stream().filter(reader -> reader.reads(head)).toList();
        if (fitting.size() != 1) {
            List<String> names = (fitting.isEmpty() ? readers : fitting)
                    .stream().map(SettlementReader::psp).distinct().toList();
            throw new UnreadableFile(Fault.ofBatch(
                    fitting.isEmpty()
                            ? "it is no settlement file of a provider that is known here (" + String.join(", ", names)
                                    + ")"
                            : "it may be a file of more than one provider (" + String.join(", ", names) + ")",
                    fitting.isEmpty()
                            ? "Download the file again as the provider's guide in docs/settlements.md says, or describe it by a profile"
                            : "Make the profiles in settlements.profiles tell their files apart"));
        }
        return fitting.get(0);
    }
}
