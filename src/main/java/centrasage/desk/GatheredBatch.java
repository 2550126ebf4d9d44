package centrasage.desk;

import centrasage.flow.DocumentVersion;
import centrasage.sync.circuit.Circuits;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Gathered;
import centrasage.sync.store.GatheredPostings;
import centrasage.sync.store.GivingUp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** One batch of what stopped for one cause, each in a transaction of its own. */
@ApplicationScoped
public class GatheredBatch {
    private EntityManager entities;
    private Staging staging;
    private GivingUp givingUp;
    private GatheredPostings gathered;
    private Circuits circuits;
    private Audit audit;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    GatheredBatch() {}

    @Inject
    GatheredBatch(
            EntityManager entities,
            Staging staging,
            GivingUp givingUp,
            GatheredPostings gathered,
            Circuits circuits,
            Audit audit,
            DatabaseTime time) {
        this.entities = entities;
        this.staging = staging;
        this.givingUp = givingUp;
        this.gathered = gathered;
        this.circuits = circuits;
        this.audit = audit;
        this.time = time;
    }

    /** The circuit that an exception is about; empty where it is about none, or closed. */
    @Atomic
    public Optional<String> circuit(long id) {
        return Optional.ofNullable(entities.find(ExceptionRow.class, id))
                .filter(row -> row.isOpen() && row.toException().kind().isOfMany())
                .map(Causes::circuit);
    }

    /** How many of them could be put in line. */
    @Atomic(alone = true, onDisk = true)
    public int planAgain(List<Gathered> page, long id, String person) {
        int again = (int) page.stream().filter(each -> again(each, person)).count();
        Optional.ofNullable(entities.find(ExceptionRow.class, id)).ifPresent(row -> row.changes(time.now()));
        audit.write(person, "RETRY", "exception/" + id, again + " planned again");
        return again;
    }

    private boolean again(Gathered each, String person) {
        if (each.key().kind().isSentAgainAsItIs()) {
            return givingUp.sendAgain(each.postingId(), person);
        }
        DocumentVersion source = givingUp.source(each.postingId());
        return staging.planAgain(source.kind(), source.key());
    }

    /** How many of them were still there to be given up. */
    @Atomic(alone = true, onDisk = true)
    public int giveUp(List<Gathered> page, String person, String why) {
        return (int) page.stream()
                .filter(each -> givingUp.giveUp(each.postingId(), person, why))
                .count();
    }

    /** False where something has stopped for it still, or just now; what is merely not sent because of it goes on. */
    @Atomic(alone = true, onDisk = true)
    public boolean close(long id, String circuit, String person, String why) {
        circuits.held(circuit);
        ExceptionRow row = entities.find(ExceptionRow.class, id);
        if (gathered.any(circuit) || !row.isOpen()) {
            return false;
        }
        circuits.end(circuit);
        row.resolve(person + ": " + why, time.now());
        audit.write(person, "RESOLVED", row.subject(), why);
        return true;
    }
}
