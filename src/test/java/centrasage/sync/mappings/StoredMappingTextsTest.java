package centrasage.sync.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import centrasage.flow.MappingTexts.Draft;
import centrasage.flow.MappingTexts.Origin;
import centrasage.flow.MappingTexts.Version;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.record.AuditEntry;
import centrasage.sync.store.JpaWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Versions are numbered without a gap, never change, and two people never overwrite each other. */
class StoredMappingTextsTest {
    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final StoredMappingTexts texts =
            world.transactions().bean(StoredMappingTexts.class, world.entities(), world.time(), world.audit());

    private static Draft draft(Map<String, String> files, Origin origin, @Nullable Integer sameAs) {
        return new Draft(files, "hash of " + files.keySet(), origin, sameAs, "anna", "because of Ł");
    }

    private Version keep(int base, Map<String, String> files, Origin origin) {
        return texts.keep(base, draft(files, origin, null)).orElseThrow();
    }

    @Test
    void an_empty_store_has_no_version() {
        assertThat(texts.current()).isEmpty();
        assertThat(texts.lastFromSeed()).isEmpty();
        assertThat(texts.files(1)).isEmpty();
        assertThat(texts.before(Integer.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void each_version_is_kept_as_it_was_with_who_made_it_and_why() {
        Version first = keep(0, Map.of("vat.csv", "first\r\nä", "skus.csv", ""), Origin.SEED);
        Version second = keep(1, Map.of("vat.csv", "second"), Origin.SENT);

        assertThat(first).isEqualTo(texts.version(1).orElseThrow());
        assertThat(second.number()).isEqualTo(2);
        assertThat(texts.current()).contains(second);
        assertThat(texts.files(1)).isEqualTo(Map.of("vat.csv", "first\r\nä", "skus.csv", ""));
        assertThat(texts.files(2)).isEqualTo(Map.of("vat.csv", "second"));
        assertThat(second.madeBy()).isEqualTo("anna");
        assertThat(second.note()).isEqualTo("because of Ł");
        assertThat(second.madeAt()).isEqualTo(world.time().now());
        assertThat(texts.lastFromSeed()).contains(first);
        assertThat(texts.before(Integer.MAX_VALUE, 10)).containsExactly(second, first);
        assertThat(texts.before(2, 10)).containsExactly(first);
        assertThat(texts.before(Integer.MAX_VALUE, 1)).containsExactly(second);
    }

    @Test
    void the_audit_trail_says_who_made_each_version_of_what() {
        keep(0, Map.of("vat.csv", "first"), Origin.SEED);
        keep(1, Map.of("vat.csv", "second"), Origin.SENT);
        texts.keep(2, draft(Map.of("vat.csv", "first"), Origin.AGAIN, 1));

        assertThat(world.audit().of("mappings/3"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).startsWith("version 1 again; content hash of"));
        assertThat(world.audit().of("mappings/2"))
                .extracting(AuditEntry::actor, AuditEntry::action)
                .containsExactly(tuple("anna", "MAPPINGS_MADE"));
    }

    @Test
    void a_text_that_several_versions_share_is_kept_once() {
        keep(0, Map.of("vat.csv", "same", "accounts.csv", "one"), Origin.SEED);
        keep(1, Map.of("vat.csv", "same", "accounts.csv", "two"), Origin.SENT);

        assertThat(world.database().count("mapping_text")).isEqualTo(3);
        assertThat(texts.files(2)).isEqualTo(Map.of("vat.csv", "same", "accounts.csv", "two"));
    }

    @Test
    void a_draft_of_a_version_that_is_not_in_force_any_more_changes_nothing() {
        keep(0, Map.of("vat.csv", "first"), Origin.SEED);
        keep(1, Map.of("vat.csv", "second"), Origin.SENT);

        assertThat(texts.keep(1, draft(Map.of("vat.csv", "third"), Origin.SENT, null)))
                .isEmpty();
        assertThat(texts.keep(0, draft(Map.of("vat.csv", "third"), Origin.SENT, null)))
                .isEmpty();
        assertThat(world.database().count("mapping_version")).isEqualTo(2);
        assertThat(world.database().count("mapping_text")).isEqualTo(2);
    }

    @Test
    void of_two_who_are_ready_at_once_one_is_told_that_the_other_was_faster() throws Exception {
        keep(0, Map.of("vat.csv", "first"), Origin.SEED);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int base = 1; base <= 20; base++) {
                assertThat(both(two, base)).as("versions made from %s", base).hasSize(1);
            }
        } finally {
            two.shutdownNow();
        }
        assertThat(texts.current().orElseThrow().number()).isEqualTo(21);
    }

    private List<Version> both(ExecutorService two, int base) throws Exception {
        CountDownLatch ready = new CountDownLatch(2);
        List<Future<Optional<Version>>> made = new ArrayList<>();
        for (String person : new String[] {"anna", "bob"}) {
            Callable<Optional<Version>> keeping = () -> {
                ready.countDown();
                ready.await();
                return texts.keep(base, draft(Map.of("vat.csv", person + base), Origin.SENT, null));
            };
            made.add(two.submit(keeping));
        }
        List<Version> kept = new ArrayList<>();
        for (Future<Optional<Version>> each : made) {
            each.get().ifPresent(kept::add);
        }
        return kept;
    }
}
