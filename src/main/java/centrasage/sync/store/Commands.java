package centrasage.sync.store;

import centrasage.flow.Command;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** What is, was or would be sent for a posting, in clear: for people who look at it, and never to be sent. */
@ApplicationScoped
public class Commands {
    private EntityManager entities;
    private CommandVault vault;

    @SuppressWarnings("NullAway.Init")
    Commands() {}

    @Inject
    Commands(EntityManager entities, CommandVault vault) {
        this.entities = entities;
        this.vault = vault;
    }

    /** Empty where none was planned, or its person was erased. */
    @Atomic
    public Optional<String> document(long postingId) {
        return Optional.ofNullable(entities.find(PostingRow.class, postingId))
                .filter(row -> row.command() != null)
                .map(row -> vault.open(row).document())
                .filter(document -> !document.equals(Command.ERASED));
    }
}
