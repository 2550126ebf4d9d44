package centrasage.settlements.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import centrasage.settlements.file.Fault;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.read.Encoding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A profile says all that is needed, or what is wrong with it. */
class ProfileTest {
    private static List<Fault> refused(String text) {
        BadProfile refused = catchThrowableOfType(BadProfile.class, () -> Profiles.of(text));
        assertThat(refused).isNotNull();
        return refused.faults();
    }

    private static Fault one(String text) {
        assertThat(refused(text)).hasSize(1);
        return refused(text).get(0);
    }

    @Test
    void a_profile_is_what_its_text_says() throws Exception {
        Profile profile = Profiles.of(Profiles.FULL);

        assertThat(profile.psp()).isEqualTo("harbour-pay");
        assertThat(profile.layout().separator()).isEqualTo(';');
        assertThat(profile.layout().encoding()).isEqualTo(Encoding.UTF_8);
        assertThat(profile.layout().notation()).isEqualTo(Notation.POINT);
        assertThat(profile.layout().sign()).isEqualTo(Sign.SIGNED);
        assertThat(profile.columns()).hasSize(14).containsEntry(Field.GROSS_CURRENCY, "Paid in");
        assertThat(profile.fees())
                .containsOnly(Map.entry("Commission", FeeKind.COMMISSION), Map.entry("VAT", FeeKind.TAX));
        assertThat(profile.isFeeNegative()).isFalse();
        assertThat(profile.types())
                .containsEntry("sent back", new ProfileType(LineKind.REFUND, ProfileType.Way.TAKEN))
                .containsEntry("to bank", new ProfileType(LineKind.PAYOUT, ProfileType.Way.TURNED));
        assertThat(profile.control()).isEqualTo(Control.PAYOUT);
    }

    @Test
    void a_byte_order_mark_windows_line_ends_comments_and_an_equals_sign_in_a_value_do_not_matter() throws Exception {
        String text = "\uFEFF"
                + Profiles.with(Profiles.FULL, "column.text", "a=b # c").replace("\n", "\r\n");

        assertThat(Profiles.of(text).columns()).containsEntry(Field.TEXT, "a=b # c");
    }

    @Test
    void a_fault_names_the_file_the_line_the_key_the_value_and_the_remedy() {
        BadProfile refused = catchThrowableOfType(
                BadProfile.class, () -> Profiles.of(Profiles.with(Profiles.FULL, "separator", "colon")));

        assertThat(refused)
                .hasMessage(
                        "harbour-pay.properties, line 4, separator = \"colon\": colon is none of its words. Write one"
                                + " of comma, pipe, semicolon, tab");
    }

    @Test
    void all_faults_are_told_at_once() {
        BadProfile refused = catchThrowableOfType(
                BadProfile.class,
                () -> Profiles.of(Profiles.with(
                        Profiles.FULL,
                        Map.of("psp", "", "sign", "", "control", "", "column.type", "", "amounts", ""))));

        assertThat(refused.faults())
                .extracting(Fault::column)
                .containsExactlyInAnyOrder("psp", "amounts", "sign", "control", "column.type");
        assertThat(refused.faults()).extracting(Fault::why).containsOnly("is missing");
        assertThat(refused)
                .hasMessageContaining("harbour-pay.properties, psp = \"\": is missing. Write the provider's name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amounts        | dot           | dot is none of its words",
                "sign           | both          | both is none of its words",
                "control        | perhaps       | perhaps is none of its words",
                "encoding       | ebcdic        | ebcdic is none of its words",
                "fees           | yes           | yes is none of its words",
                "skipped-lines  | two           | is no number of lines",
                "dates          | dd.bb.yyyy    | is no pattern of a day",
                "file-name      | (             | is no regular expression (Unclosed group)",
                "type.Sale      | selling       | selling is none of its words",
                "type.Sale      | sale up       | up is none of its words",
                "fee.VAT        | vat           | vat is none of its words",
                "colum.rate     | Rate          | is no key of a profile",
                "batch          | 7             | is a column, and batch is a constant too",
                "column.debit   | Debit         | is for sign = debit-credit only",
                "column.net     | ?             | is not known: the profile is an example"
            })
    void a_value_that_is_none_is_named(String key, String value, String why) {
        Fault fault = one(Profiles.with(Profiles.FULL, key, value));

        assertThat(fault.column()).isEqualTo(key.equals("batch") ? "column.batch" : key);
        assertThat(fault.line()).isPositive();
        assertThat(fault.why()).isEqualTo(why);
        assertThat(fault.remedy()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"column.account", "column.batch", "column.currency", "column.type", "column.rate", "fees"})
    void what_is_needed_is_named_when_it_is_missing(String key) {
        Fault fault = one(Profiles.with(Profiles.FULL, key, ""));

        assertThat(fault.column()).isEqualTo(key);
        assertThat(fault.why()).isEqualTo("is missing");
    }

    @Test
    void a_constant_does_for_account_batch_and_currency_and_the_name_of_the_file_for_the_batch() throws Exception {
        Map<String, String> constants = Map.of(
                "column.account",
                "",
                "account",
                "HL",
                "column.batch",
                "",
                "batch",
                "7",
                "column.currency",
                "",
                "currency",
                "gbp");
        assertThat(Profiles.of(Profiles.with(Profiles.FULL, constants)).constants())
                .containsOnly(
                        Map.entry(Field.ACCOUNT, "HL"), Map.entry(Field.BATCH, "7"), Map.entry(Field.CURRENCY, "gbp"));

        Map<String, String> named = Map.of("column.batch", "", "file-name", "payout_(?<batch>.+)\\.csv");
        assertThat(Profiles.of(Profiles.with(Profiles.FULL, named)).layout().saysBatch())
                .isTrue();

        assertThat(one(Profiles.with(Profiles.FULL, Map.of("column.currency", "", "currency", "POUND")))
                        .why())
                .isEqualTo("is no currency");
    }

    @Test
    void what_does_not_fit_together_is_refused() {
        assertThat(refused(Profiles.with(Profiles.FULL, "sign", "by-type")))
                .extracting(Fault::column)
                .containsExactly("type.Sale", "type.Monthly", "type.To bank");
        assertThat(refused(Profiles.with(Profiles.FULL, "sign", "debit-credit")))
                .extracting(Fault::column)
                .containsExactly("column.debit", "column.credit", "column.net");
        assertThat(one(Profiles.with(Profiles.FULL, "type.To bank", "")).why())
                .isEqualTo("no type of line is a payout");
        assertThat(one(Profiles.with(
                                Profiles.FULL,
                                Map.of("column.net", "", "column.gross", "", "column.gross-currency", "")))
                        .column())
                .isEqualTo("column.net");
        assertThat(one(Profiles.with(Profiles.FULL, Map.of("fee.Commission", "", "fee.VAT", "")))
                        .why())
                .isEqualTo("there are no fees");
        assertThat(refused("psp = x\nhello\n= y\npsp = z\n"))
                .extracting(Fault::why)
                .contains("is no key with a value", "is there twice", "no type of line is known");
        assertThat(one(Profiles.FULL + "type.SALE = sale\n").why()).isEqualTo("is there twice");
        assertThat(one(Profiles.FULL + "fee.vat = tax\n").why()).isEqualTo("is there twice");
    }

    @ParameterizedTest
    @CsvSource({"checkout-com.properties, 7", "nets.properties, 15", "qliro.properties, 18"})
    void the_examples_say_what_nobody_knows_and_are_refused_for_nothing_else(String name, int unknown)
            throws Exception {
        String text = Profiles.example(name);

        assertThat(refused(text))
                .hasSize(unknown)
                .extracting(Fault::why)
                .containsOnly("is not known: the profile is an example");
        assertThat(text).contains("An example, to be completed with a real file of yours");
    }
}
