package centrasage.centra.client.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    @Test
    void what_a_mutation_rejected_and_what_it_left_undone_are_told_apart() {
        Payload payload = Envelope.read("{\"data\": {\"captureShipment\": {\"shipment\": {\"id\": 3},"
                        + " \"userErrors\": [{\"message\": \"No such line\", \"path\": [\"input\", \"lines\", 0]}],"
                        + " \"userWarnings\": [{\"message\": \"Not captured\", \"path\": null}]}}}")
                .payload("captureShipment");

        assertThat(payload.fields().getJsonObject("shipment").getInt("id")).isEqualTo(3);
        assertThat(payload.errors()).containsExactly(new UserMessage("No such line", "input.lines.0"));
        assertThat(payload.warnings()).containsExactly(new UserMessage("Not captured", ""));
    }

    @Test
    void messages_of_a_form_that_is_not_documented_are_kept_as_they_are() {
        Payload payload = Envelope.read("{\"data\": {\"m\": {\"userErrors\": [\"plain\", {\"message\": null,"
                        + " \"path\": \"input.id\"}], \"userWarnings\": null}}}")
                .payload("m");

        assertThat(payload.errors()).containsExactly(new UserMessage("plain", ""), new UserMessage("", "input.id"));
        assertThat(payload.warnings()).isEmpty();
    }

    @Test
    void a_mutation_without_a_result_has_neither_errors_nor_fields() {
        Payload payload = Envelope.read("{\"data\": {\"m\": null}}").payload("m");

        assertThat(payload.fields()).isEmpty();
        assertThat(payload.errors()).isEmpty();
    }

    @Test
    void what_centra_will_remove_is_read_from_the_extensions() {
        Envelope envelope = Envelope.read("{\"data\": {}, \"extensions\": {\"complexity\": 229,"
                + " \"deprecatedFieldsUsed\": [\"Field: A\"], \"deprecatedPermissionsUsed\": [\"Field: B\"]}}");

        assertThat(envelope.complexity()).isEqualTo(229);
        assertThat(envelope.deprecations()).containsExactly("Field: A", "Field: B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"data\":", "{\"message\": \"hello\"}"})
    void what_is_no_envelope_is_one_kind_of_failure(String text) {
        assertThatThrownBy(() -> Envelope.read(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void nesting_beyond_reason_is_the_same_kind_of_failure() {
        assertThatThrownBy(() -> Envelope.read("{\"data\":" + "[".repeat(100_000)))
                .isInstanceOf(JsonException.class);
    }
}
