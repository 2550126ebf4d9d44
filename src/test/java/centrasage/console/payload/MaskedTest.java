package centrasage.console.payload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What names a person is hidden by what it is called and by where it stands; the rest is left as it is. */
class MaskedTest {
    private static final String ORDER =
            "{\"number\": 10234, \"status\": \"CONFIRMED\", \"otherComment\": \"Ring Zoë's bell\","
                    + " \"customer\": {\"id\": 7, \"email\": \"zoe@example.com\", \"firstName\": \"Zoë\", \"nickname\": \"Zo\"},"
                    + " \"shippingAddress\": {\"address1\": \"1 Łódź Street\", \"zipCode\": \"SW1A 1AA\", \"country\": {\"code\": \"GB\"}},"
                    + " \"lines\": [{\"productName\": \"Tee\", \"comment\": \"For Zoë\", \"productSize\": {\"SKU\": \"TD-0042-M\"}}],"
                    + " \"paymentHistory\": [{\"externalReference\": \"8815\", \"access_token\": \"s3cret\"}]}";

    @Test
    void nothing_of_a_person_is_left() {
        assertThat(Masked.of(ORDER, false))
                .doesNotContain("zoe@example.com", "Zoë", "\"Zo\"", "Łódź", "1AA", "bell", "s3cret")
                .contains("10234", "CONFIRMED", "\"SW•••\"", "\"GB\"", "Tee", "TD-0042-M", "8815");
    }

    @Test
    void who_may_see_customers_sees_all_but_secrets() {
        assertThat(Masked.of(ORDER, true))
                .contains("zoe@example.com", "1 Łódź Street", "SW1A 1AA", "For Zoë")
                .doesNotContain("s3cret");
    }

    @Test
    void the_document_that_sage_is_sent_is_masked_by_the_same_rules() {
        String sent =
                "{\"company\": \"33\", \"customer\": \"WEB001\", \"deliveryAddress\": {\"postalName\": \"Zoë Müller\","
                        + " \"postcode\": \"114 55\", \"telephone\": \"+46 1\"}, \"lines\": [{\"code\": \"TD\", \"description\": \"Zoë\"}]}";
        assertThat(Masked.of(sent, false)).doesNotContain("Zoë", "+46", "4 55").contains("\"TD\"", "\"33\"", "WEB001");
    }

    @Test
    void what_is_no_json_is_shown_to_nobody_who_may_not_see_customers() {
        assertThat(Masked.of("Zoë {", false)).doesNotContain("Zoë");
        assertThat(Masked.of("[\"plain\"]", false)).contains("plain");
    }
}
