package centrasage.console.life;

import static centrasage.console.Situations.NOW;
import static centrasage.console.Situations.UNKNOWN_SKU;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.console.words.Moments;
import centrasage.console.words.Signs;
import centrasage.flow.DocumentVersion;
import centrasage.flow.PostingState;
import centrasage.sync.record.AuditEntry;
import centrasage.sync.staging.Staged;
import centrasage.sync.store.Attempt;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifeTest {
    private final Life life =
            new Life(new Signs(), new Moments(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Europe/London")));

    private static AuditEntry entry(int minute, String actor, String action, String detail) {
        return new AuditEntry(at(minute), actor, action, "33/ORDER/10234", detail);
    }

    private static Instant at(int minute) {
        return NOW.minusSeconds(3600).plusSeconds(60L * minute);
    }

    @Test
    void a_number_written_back_is_told_in_centras_place_and_one_that_was_not_taken_needs_somebody() {
        life.deeds(List.of(
                entry(1, "write-back", "NUMBER_TOLD", "Sage 200 order 0000000231"),
                entry(2, "write-back", "NUMBER_NOT_TOLD", "Sage 200 order 0000000232, Centra says: no such order")));
        assertThat(life.events()).extracting(Event::place).containsOnly("Centra");
        assertThat(life.events())
                .extracting(Event::title)
                .containsExactly(
                        "Its number in Sage 200 written to Centra", "Centra would not take its number in Sage 200");
        assertThat(life.events().get(1).details())
                .containsExactly("Sage 200 order 0000000232, Centra says: no such order");
    }

    @Test
    void the_life_of_an_order_is_told_from_the_first_to_the_last() {
        life.deeds(List.of(entry(3, "a.name", "RETRY", "planned again")));
        life.posting(
                List.of(
                        entry(1, "posting", "HELD", "HELD"),
                        entry(4, "posting", "PLANNED", "HELD -> PLANNED"),
                        entry(5, "posting", "SENDING", "PLANNED -> SENDING, nothing found under the key"),
                        entry(6, "posting", "POSTED", "SENDING -> POSTED, as 0000000231")),
                List.of(new Attempt(1, at(5), at(5).plusMillis(420), "Posted", "0000000231")),
                List.of());
        life.received(List.of(new Staged(
                1, new DocumentVersion("order", "10234", 1), "C10234", at(0), at(0), Optional.of("{}"), false)));

        assertThat(life.events())
                .extracting(Event::title)
                .containsExactly(
                        "Received from Centra",
                        "Held: cannot be posted",
                        "Asked to plan it again",
                        "Planned again: may be posted now",
                        "Sent to Sage 200, attempt 1",
                        "Posted");
        assertThat(life.events().get(4).details())
                .containsExactly("Nothing found under the key", "Answer after 0.4 s: Posted");
        assertThat(life.events().get(2).place()).isEqualTo("a.name");
        assertThat(life.events().get(5).place()).isEqualTo("Sage 200");
    }

    @Test
    void each_send_is_told_with_its_own_answer() {
        life.posting(
                List.of(
                        entry(1, "posting", "SENDING", "PLANNED -> SENDING, nothing found under the key"),
                        entry(2, "posting", "IN_DOUBT", "SENDING -> IN_DOUBT, no answer within PT60S"),
                        entry(3, "posting", "PLANNED", "IN_DOUBT -> PLANNED, nothing found"),
                        entry(4, "posting", "SENDING", "PLANNED -> SENDING, nothing found under the key")),
                List.of(
                        new Attempt(1, at(1), at(2), "InDoubt", "no answer"),
                        new Attempt(2, at(4), null, "SENDING", null)),
                List.of());
        List<Event> events = life.events();
        assertThat(events.get(0).details()).contains("Answer after 60.0 s: In doubt");
        assertThat(events.get(2).title()).isEqualTo("Not in Sage 200: planned again");
        assertThat(events.get(3).title()).isEqualTo("Sent to Sage 200, attempt 2");
        assertThat(events.get(3).details()).contains("No answer yet");
    }

    @Test
    void a_refusal_that_is_sent_again_in_a_lesser_form_is_not_told_as_an_outage() {
        life.posting(
                List.of(
                        entry(1, "posting", "PLANNED", "SENDING -> PLANNED, refused as it was, not enough stock"),
                        entry(2, "posting", "PLANNED", "SENDING -> PLANNED, connection refused")),
                List.of(),
                List.of());
        assertThat(life.events())
                .extracting(Event::title)
                .containsExactly(
                        "Refused as it was: sent again asking for less", "Not sent: Sage 200 could not be reached");
    }

    @Test
    void the_present_state_is_told_with_all_its_reasons() {
        life.posting(
                List.of(entry(1, "posting", "PLANNED", "PLANNED"), entry(2, "posting", "HELD", "PLANNED -> HELD")),
                List.of(),
                List.of(UNKNOWN_SKU));
        assertThat(life.events().get(0).details()).isEmpty();
        assertThat(life.events().get(1).details()).containsExactly(UNKNOWN_SKU.what());
        assertThat(life.events().get(1).title()).isEqualTo("Held: can no longer be posted");
    }

    @Test
    void what_the_desk_did_by_itself_is_no_persons_deed() {
        life.deeds(List.of(
                entry(1, "desk", "OPENED", "Order 10234 cannot be posted"),
                entry(2, "a.name", "RESOLVED", "entered by hand"),
                entry(3, "desk", "REOPENED", "Order 10234 cannot be posted")));
        assertThat(life.events()).extracting(Event::place).containsExactly("a.name");
    }

    @Test
    void giving_up_and_taking_up_are_told_as_what_they_are() {
        life.posting(
                List.of(
                        entry(1, "posting", "HELD", "HELD"),
                        entry(
                                2,
                                "posting",
                                "ABANDONED",
                                "HELD -> ABANDONED, given up by ann: entered by hand, as 4711"),
                        entry(3, "posting", "HELD", "ABANDONED -> HELD, taken up again by bob")),
                List.of(),
                List.of());
        assertThat(life.events())
                .extracting(Event::title)
                .containsExactly("Held: cannot be posted", "Given up", "Taken up again: it is planned next");
        assertThat(life.events().get(1).details()).containsExactly("Given up by ann: entered by hand, as 4711");
    }

    @Test
    void what_was_found_besides_is_told_as_it_stands_in_the_trail() {
        life.posting(List.of(entry(1, "posting", "DUPLICATE", "Sage 200 holds 2 documents")), List.of(), List.of());
        assertThat(life.events().get(0).title()).isEqualTo("Duplicate");
        assertThat(life.events().get(0).details()).containsExactly("Sage 200 holds 2 documents");
    }

    @Test
    void a_version_whose_person_was_erased_says_so() {
        life.received(List.of(new Staged(
                1, new DocumentVersion("order", "10234", 2), "C10234", at(0), at(0), Optional.empty(), true)));
        assertThat(life.events().get(0).title()).isEqualTo("Changed in Centra: version 2");
        assertThat(life.events().get(0).details()).contains("Its personal data was erased since");
    }

    @Test
    void a_lock_that_was_tried_again_and_again_is_told_once_with_how_often() {
        List<AuditEntry> trail = new ArrayList<>();
        List<Attempt> attempts = new ArrayList<>();
        trail.add(entry(0, "posting", "PLANNED", "PLANNED"));
        for (int number = 1; number <= 9; number++) {
            boolean last = number == 9;
            boolean other = number >= 6;
            String who = other ? "Bob" : "J. Smith on WS-14";
            trail.add(entry(
                    number, "posting", "SENDING", (number == 1 ? "PLANNED" : "LOCKED") + " -> SENDING, nothing found"));
            trail.add(
                    last
                            ? entry(number, "posting", "POSTED", "SENDING -> POSTED, as 0000000231")
                            : entry(number, "posting", "LOCKED", "SENDING -> LOCKED, " + who));
            attempts.add(new Attempt(number, at(number), at(number).plusSeconds(1), last ? "Posted" : "Locked", who));
        }
        List<Event> events = life.posting(trail, attempts, List.of()).events();
        assertThat(events)
                .extracting(Event::title)
                .containsExactly(
                        "Planned: may be posted",
                        "Sent to Sage 200, attempt 1",
                        "Locked: a Sage 200 user has a record open",
                        "Sent to Sage 200, attempt 6",
                        "Locked: a Sage 200 user has a record open",
                        "Sent to Sage 200, attempt 9",
                        "Posted");
        assertThat(events.get(2).details())
                .containsExactly("J. Smith on WS-14", "Tried 4 times more since, with the same answer");
        assertThat(events.get(4).details()).contains("Bob", "Tried 2 times more since, with the same answer");
    }

    @Test
    void a_version_that_cannot_be_decrypted_is_not_called_erased() {
        life.received(List.of(new Staged(
                1, new DocumentVersion("order", "10234", 1), "C10234", at(0), at(0), Optional.empty(), false)));
        assertThat(life.events().get(0).details())
                .contains("It cannot be decrypted with the present key file")
                .doesNotContain("Its personal data was erased since");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POSTED; SENDING -> POSTED, as 0000000231; SENDING; as 0000000231",
                "HELD; HELD; HELD; ''",
                "LOCKED; SENDING -> LOCKED, J. Smith, WS-14; SENDING; J. Smith, WS-14"
            })
    void a_row_of_the_trail_is_read(String action, String detail, PostingState from, String more) {
        assertThat(Change.of(action, detail)).contains(new Change(from, PostingState.valueOf(action), more));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sage 200 holds 2 documents", "", "GONE -> AWAY"})
    void any_other_row_is_no_change_of_state(String detail) {
        assertThat(Change.of("POSTED", detail)).isEmpty();
    }
}
