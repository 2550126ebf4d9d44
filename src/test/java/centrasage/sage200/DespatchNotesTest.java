package centrasage.sage200;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The number is kept whatever happens, and what people wrote; only the carriers of ours come and go. */
class DespatchNotesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "10234-1 | Pigeon Post | 10234-1 Pigeon Post",
                "10234-1 Pigeon Post | '' | 10234-1",
                "10234-1 pigeon post | Owl | 10234-1 Owl",
                "10234-1 Pigeon Post | Pigeon Post | 10234-1 Pigeon Post",
                "10234-1 Pigeons seen | '' | 10234-1 Pigeons seen",
                "10234-1 left at the gate | Owl | 10234-1 Owl left at the gate",
                "gift, 10234-1 Pigeon Post; 10234-2 too | '' | gift, 10234-1; 10234-2 too",
                "110234-1 and 10234-1 | Owl | 110234-1 and 10234-1 Owl",
            })
    void the_carrier_behind_the_number_is_the_one_of_now(String notes, String carrier, String amended) {
        Set<String> before = Set.of("Pigeon", "Pigeon Post");
        assertThat(DespatchNotes.amended(notes, "10234-1", carrier, before)).isEqualTo(amended);
        assertThat(DespatchNotes.amended(amended, "10234-1", carrier, before)).isEqualTo(amended);
    }

    @Test
    void a_carrier_is_cut_to_what_sage_has_room_for_and_nothing_else_is() {
        String full = "10234-1 " + "x".repeat(240);
        assertThat(DespatchNotes.amended(full, "10234-1", "Pigeon Post", Set.of()))
                .isEqualTo("10234-1 Pigeon " + "x".repeat(240))
                .hasSizeLessThanOrEqualTo(256);
        assertThat(DespatchNotes.of("10234-1", "y".repeat(300))).hasSize(256).startsWith("10234-1 y");
    }
}
