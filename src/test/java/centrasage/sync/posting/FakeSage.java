package centrasage.sync.posting;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Sought;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The other side of the simulation: it enforces no uniqueness, answers late or not at all, commits after it has hung up,
 * leaves half-made drafts, and is sometimes away. What it holds is what the invariants are about.
 */
final class FakeSage implements Target {
    private final MovableClock clock;
    private final Duration latest;
    private final Random random;
    private final List<Row> rows = new ArrayList<>();
    private boolean calm;

    FakeSage(MovableClock clock, Duration latest, Random random) {
        this.clock = clock;
        this.latest = latest;
        this.random = random;
    }

    /** A document, or half of one; it can be read from {@code visible} on. */
    record Row(PostingKey key, String fingerprint, Document document, boolean draft, Instant visible) {}

    /** From now on every call succeeds. */
    void calmDown() {
        calm = true;
    }

    /** Everything that is there now or will ever be. */
    List<Row> rows() {
        return List.copyOf(rows);
    }

    @Override
    public PostingKind kind() {
        return PostingKind.ORDER;
    }

    @Override
    public Map<PostingKey, Finding> find(List<Sought> sought) throws TargetUnavailable {
        if (chance(8)) {
            throw new TargetUnavailable("no answer");
        }
        Map<PostingKey, Finding> findings = new HashMap<>();
        for (Sought command : sought) {
            findings.put(command.key(), chance(5) ? new Finding.Undecidable("garbled") : look(command.key()));
        }
        return findings;
    }

    private Finding look(PostingKey key) {
        List<Row> seen = rows.stream()
                .filter(row -> row.key().equals(key) && !row.visible().isAfter(clock.now()))
                .toList();
        List<Document> complete =
                seen.stream().filter(row -> !row.draft()).map(Row::document).toList();
        if (complete.size() > 1) {
            return new Finding.Several(complete);
        }
        if (complete.size() == 1) {
            return new Finding.Found(complete.get(0));
        }
        return seen.isEmpty()
                ? new Finding.Absent()
                : new Finding.Drafts(seen.stream().map(Row::document).toList(), true, Plans.CLOSED);
    }

    @Override
    public Outcome send(Command command, String evidence) {
        int dice = calm ? 0 : random.nextInt(100);
        if (dice < 50) {
            return new Outcome.Posted(commit(command, false, Duration.ZERO));
        }
        if (dice < 58) {
            commit(command, false, Duration.ZERO);
            return new Outcome.InDoubt("timeout after the commit");
        }
        if (dice < 66) {
            commit(command, false, late());
            return new Outcome.InDoubt("timeout before a late commit");
        }
        if (dice < 72) {
            commit(command, true, random.nextBoolean() ? Duration.ZERO : late());
            return new Outcome.InDoubt("half a document");
        }
        if (dice < 78) {
            return new Outcome.InDoubt("timeout, and nothing came of it");
        }
        if (dice < 84) {
            commit(command, false, random.nextBoolean() ? Duration.ZERO : late());
            throw new Crash("while the answer was on its way");
        }
        return dice < 92 ? new Outcome.Locked("Anna") : new Outcome.Unavailable("connection refused");
    }

    private Duration late() {
        return Duration.ofMillis(random.nextLong(latest.toMillis()));
    }

    private Document commit(Command command, boolean draft, Duration after) {
        int number = rows.size() + 1;
        Instant visible = clock.now().plus(after);
        Document document =
                new Document(Integer.toString(number), "0000" + number, command.amount(), command.vat(), visible);
        rows.add(new Row(command.key(), command.fingerprint(), document, draft, visible));
        return document;
    }

    @Override
    public void discard(Command command, Document draft) throws TargetUnavailable {
        if (chance(20)) {
            throw new TargetUnavailable("no answer");
        }
        rows.replaceAll(row -> row.document().id().equals(draft.id())
                ? new Row(Plans.key("discarded"), "", row.document(), true, Instant.MAX)
                : row);
    }

    private boolean chance(int percent) {
        return !calm && random.nextInt(100) < percent;
    }
}
