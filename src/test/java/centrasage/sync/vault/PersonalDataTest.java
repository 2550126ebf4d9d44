package centrasage.sync.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.Outcome;
import centrasage.flow.PostingState;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Heard;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.Recorded;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.JpaWorld;
import centrasage.sync.store.Posting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Personal data: unreadable without the key file, gone for ever when its key is destroyed; amounts, keys and links stay. */
class PersonalDataTest {
    private static final String TEXT = "Zoë Müller, 1 Łódź Street — 東京 🎁";
    private static final Instant SEEN = Instant.parse("2026-11-23T07:00:00Z");

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final PersonalData personalData = world.personalData();

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_same_text_of_the_same_order_is_encrypted_to_the_same_bytes() {
        byte[] first = encrypt("C1", TEXT).orElseThrow();
        byte[] second = encrypt("C1", TEXT).orElseThrow();
        assertThat(first).isEqualTo(second);
        assertThat(decrypt("C1", first)).contains(TEXT);
    }

    @Test
    void other_orders_and_other_texts_give_other_bytes() {
        byte[] first = encrypt("C1", TEXT).orElseThrow();
        assertThat(encrypt("C2", TEXT).orElseThrow()).isNotEqualTo(first);
        assertThat(encrypt("C1", TEXT + ".").orElseThrow()).isNotEqualTo(first);
        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("Street", "ller, 1");
    }

    @Test
    void one_orders_key_does_not_open_anothers_data() {
        byte[] sealed = encrypt("C1", TEXT).orElseThrow();
        encrypt("C2", TEXT);
        assertThatThrownBy(() -> decrypt("C2", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_changed_byte_is_noticed() {
        byte[] sealed = encrypt("C1", TEXT).orElseThrow();
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> decrypt("C1", sealed)).hasMessageContaining("or the data was changed");
    }

    @Test
    void an_order_and_its_shipment_that_come_first_at_once_are_both_kept_under_one_key() {
        AtomicInteger asked = new AtomicInteger();
        DatabaseTime between = new DatabaseTime() {
            @Override
            public Instant now() {
                if (asked.getAndIncrement() == 0) { // the slower one has looked for the key, and not made it yet
                    CompletableFuture.runAsync(() -> stage(world.staging(), "order", "1"))
                            .join();
                }
                return world.clock().now();
            }
        };
        Staging slower = world.transactions()
                .bean(Staging.class, world.entities(), world.personalData(between), world.time(), new Heard<>());
        assertThat(stage(slower, "shipment", "1-1")).isOne();
        assertThat(asked).as("run again, with the key of the other").hasValue(1);
        assertThat(world.staging().of("order", "1")).hasSize(1);
        assertThat(world.staging().of("shipment", "1-1"))
                .singleElement()
                .satisfies(version -> assertThat(version.text()).contains(TEXT));
        assertThat(world.database().count("personal_key")).isOne();
    }

    private static int stage(Staging staging, String kind, String key) {
        return staging.stage(kind, List.of(new Received(key, "C1", SEEN, TEXT)), staging.readingBegins());
    }

    @Test
    void nothing_of_a_customer_is_readable_in_the_database() {
        world.staging()
                .stage(
                        "order",
                        List.of(new Received("1", "C1", SEEN, "{\"to\":\"Zoe Mueller\"}")),
                        world.staging().readingBegins());
        world.record(Plans.post("1"));
        for (String column : List.of("payload FROM staged_document", "command FROM posting")) {
            assertThat(world.database().column("SELECT UTF8TOSTRING(" + column.replace(" FROM", ") FROM")))
                    .allSatisfy(text -> assertThat(text).doesNotContain("Zoe", "Zoë", "Mueller", "Müller"));
        }
    }

    @Test
    void erasing_empties_every_version_and_command_and_keeps_amounts_keys_and_links() {
        world.staging()
                .stage(
                        "order",
                        List.of(new Received("1", "C1", SEEN, "first")),
                        world.staging().readingBegins());
        world.staging()
                .stage(
                        "order",
                        List.of(new Received("1", "C1", SEEN, "second")),
                        world.staging().readingBegins());
        world.record(Plans.post("1"));
        world.itIsPlanned("1");
        Claimed claimed =
                world.store().claim(Purpose.POST, "a", StoreContract.LEASE, 1).get(0);
        world.store().intend(claimed, StoreContract.LEASE, "nothing found");
        world.store().conclude(claimed, new Outcome.Posted(Plans.document("1")), Duration.ZERO);

        assertThat(personalData.erase("C1", "anna")).isTrue();

        assertThat(world.staging().of("order", "1"))
                .hasSize(2)
                .allSatisfy(version -> assertThat(version.text()).isEmpty());
        Posting posting = world.posting(Plans.key("1")).orElseThrow();
        assertThat(posting.state()).isEqualTo(PostingState.POSTED);
        assertThat(posting.amount()).isEqualTo(Plans.AMOUNT);
        assertThat(world.links(posting.id())).hasSize(1);
        assertThat(world.record(Plans.post("1"))).isEqualTo(Recorded.UNCHANGED);
        assertThat(world.audit().of("C1")).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("anna");
            assertThat(entry.action()).isEqualTo("ERASED");
        });
    }

    @Test
    void nothing_of_an_erased_person_is_stored_again() {
        encrypt("C1", TEXT);
        assertThat(personalData.erase("C1", "anna")).isTrue();
        assertThat(personalData.erase("C1", "anna")).isFalse();
        assertThat(personalData.erase("C2", "anna")).isFalse();
        assertThat(encrypt("C1", TEXT)).isEmpty();
        assertThat(world.staging()
                        .stage(
                                "order",
                                List.of(new Received("1", "C1", SEEN, TEXT)),
                                world.staging().readingBegins()))
                .isZero();
        assertThat(world.database().count("staged_document")).isZero();
        assertThat(world.database().column("SELECT wrapped_key FROM personal_key"))
                .containsOnlyNulls();
    }

    @Test
    void another_key_file_is_named_as_the_cause() {
        byte[] sealed = encrypt("C1", TEXT).orElseThrow();
        KeyFile other = new KeyFile(folder.resolve("other").toString());
        PersonalData stranger =
                world.transactions().bean(PersonalData.class, world.entities(), other, world.time(), world.audit());
        assertThatThrownBy(() -> world.transactions().inNew(() -> stranger.decrypt("C1", sealed)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("cannot be decrypted: the key file is not the one it was written with");
    }

    private Optional<byte[]> encrypt(String subject, String text) {
        return world.transactions().inNew(() -> personalData.encrypt(subject, text));
    }

    private Optional<String> decrypt(String subject, byte[] sealed) {
        return world.transactions().inNew(() -> personalData.decrypt(subject, sealed));
    }

    @Test
    void a_key_file_that_the_store_was_not_written_with_is_refused_at_the_start() {
        encrypt("C1", TEXT);
        personalData.prepare();
        KeyFile another = new KeyFile(folder.resolve("another").toString());
        another.key();
        PersonalData wrong =
                world.transactions().bean(PersonalData.class, world.entities(), another, world.time(), world.audit());
        assertThatThrownBy(wrong::prepare)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not the one that this store was written with");
    }
}
