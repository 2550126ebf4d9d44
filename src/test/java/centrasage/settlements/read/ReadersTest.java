package centrasage.settlements.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import centrasage.settlements.adyen.AdyenReader;
import centrasage.settlements.file.Fault;
import centrasage.settlements.fuzz.Format;
import centrasage.settlements.klarna.KlarnaJsonReader;
import centrasage.settlements.klarna.KlarnaReader;
import centrasage.settlements.klarna.KlarnaSettings;
import centrasage.settlements.paypal.PaypalReader;
import centrasage.settlements.stripe.StripeProfile;
import centrasage.settlements.stripe.StripeReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersTest {
    private static final List<SettlementReader> ALL = List.of(
            new AdyenReader(Map.of()),
            new KlarnaReader(KlarnaSettings.DEFAULT),
            new KlarnaJsonReader(KlarnaSettings.DEFAULT),
            new PaypalReader(Map.of()),
            new StripeReader(StripeProfile.PLAIN),
            Format.profile().reader());

    private final Readers readers = new Readers(ALL);

    static Stream<Format> formats() {
        return Format.all();
    }

    private static Source file(Format format) {
        return format.source(format.written(format.batches(1, 4)));
    }

    private static Fault refused(Readers readers, Source source) {
        UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> readers.of(source));
        assertThat(refused).isNotNull();
        return refused.fault();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_file_finds_the_reader_of_its_provider(Format format) throws Exception {
        assertThat(readers.of(file(format))).hasSameClassAs(format.reader());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void no_other_reader_takes_it_for_its_own(Format format) throws IOException {
        Head head = Head.of(file(format));
        assertThat(ALL.stream().filter(reader -> reader.reads(head)))
                .singleElement()
                .satisfies(reader -> assertThat(reader).hasSameClassAs(format.reader()));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void the_name_of_a_file_does_not_matter(Format format) throws Exception {
        byte[] bytes = format.written(format.batches(1, 4));
        assertThat(readers.of(Reading.file("november", bytes))).hasSameClassAs(format.reader());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_byte_order_mark_and_windows_lines_do_not_matter(Format format) throws Exception {
        if (!format.file().endsWith(".xlsx")) {
            String text = new String(format.written(format.batches(1, 4)), StandardCharsets.UTF_8);
            Source marked = Reading.file(format.file(), "\uFEFF" + text.replace("\n", "\r\n"));
            assertThat(readers.of(marked)).hasSameClassAs(format.reader());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[1]",
                "Date;Text;Amount\n2026-11-10;Sale;1,00\n",
                "%PDF-1.7",
                "PK\u0003\u0004",
                "\u0000\u0001"
            })
    void a_file_of_nobodys_names_the_providers_that_are_known(String text) {
        Fault fault = refused(readers, Reading.file("bank.csv", text));

        assertThat(fault.why())
                .isEqualTo("it is no settlement file of a provider that is known here (adyen, klarna, paypal, stripe,"
                        + " harbour-pay)");
        assertThat(fault.remedy()).contains("docs/settlements.md").contains("a profile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n\n", "\uFEFF"})
    void an_empty_file_says_that_it_is_empty(String text) throws Exception {
        Source empty = Reading.file("report.csv", text);
        assertThat(refused(readers, empty).why()).isEqualTo("it is empty");
        assertThat(readers.isStrange(empty)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void adyens_with_another_separator_is_told_as_that(String separator) {
        String header = "Company Account,Merchant Account,Batch Number,Type,Net Credit (NC)\n";
        Fault fault = refused(readers, Reading.file("report.csv", header.replace(",", separator)));

        assertThat(fault.why()).isEqualTo("it is Adyen's with another separator than a comma");
        assertThat(fault.remedy()).contains("with commas");
    }

    @Test
    void a_workbook_with_another_header_is_nobodys() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Harbour", "1.0")) {
            book.newWorksheet("data").value(0, 0, "Batch Number");
        }
        Source source = Reading.file("november.xlsx", bytes.toByteArray());
        assertThat(refused(readers, source).why()).contains("no settlement file");
        assertThat(readers.isStrange(source)).isTrue();
    }

    @Test
    void a_file_of_two_providers_is_nobodys() {
        Readers twice = new Readers(List.of(
                new StripeReader(StripeProfile.PLAIN),
                new AdyenReader(Map.of()),
                new StripeReader(new StripeProfile("other", StripeProfile.PLAIN.payouts(), List.of(), Map.of()))));
        Fault fault = refused(twice, file(Format.stripe()));

        assertThat(fault.why()).isEqualTo("it may be a file of more than one provider (stripe)");
        assertThat(fault.remedy()).contains("settlements.profiles");
    }

    @Test
    void bytes_that_cannot_be_read_now_are_no_verdict() {
        Source gone = new Source() {
            @Override
            public String name() {
                return "gone.csv";
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("the share is away");
            }
        };
        assertThat(catchThrowableOfType(IOException.class, () -> readers.of(gone)))
                .hasMessage("the share is away");
    }
}
