package centrasage.orders.document;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.orders.plan.OrderDraft;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses in Sage's lengths: cut between words, and never without a trace. */
class AddressFoldTest {
    private final OrderDraft.AddressDraft draft = new OrderDraft.AddressDraft();

    @Test
    void an_ordinary_address_fits() {
        AddressFold fold = fold();

        assertThat(fold.inFull()).isNull();
        assertThat(fold.address().postalName()).isEqualTo("Olivia Smith");
        assertThat(fold.address().contact()).isEqualTo("Olivia Smith");
        assertThat(fold.address().address1()).isEqualTo("14 Rose Street");
        assertThat(fold.address().address2()).isEmpty();
        assertThat(fold.address().postcode()).isEqualTo("BA1 2QT");
        assertThat(fold.address().countryCode()).isEqualTo("GB");
    }

    @Test
    void names_beyond_ascii_stay_as_they_are() {
        draft.firstName = "Ελένη";
        draft.lastName = "Brzęczyszczykiewicz 🦊";

        assertThat(fold().address().postalName()).isEqualTo("Ελένη Brzęczyszczykiewicz 🦊");
    }

    @Test
    void a_firm_is_the_postal_name_and_the_person_comes_first_in_the_lines() {
        draft.companyName = "Mollusc Ltd";
        draft.attention = "Goods in";

        DeliveryAddress address = fold().address();

        assertThat(address.postalName()).isEqualTo("Mollusc Ltd");
        assertThat(address.address1()).isEqualTo("Goods in");
        assertThat(address.address2()).isEqualTo("Olivia Smith");
        assertThat(address.address3()).isEqualTo("14 Rose Street");
        assertThat(address.contact()).isEqualTo("Olivia Smith");
    }

    @Test
    void a_long_line_goes_on_in_the_next() {
        draft.address1 = "The Old Rectory and Coach House behind Saint Bartholomew-the-Less, third gate";

        AddressFold fold = fold();

        assertThat(fold.inFull()).isNull();
        assertThat(fold.address().address1()).isEqualTo("The Old Rectory and Coach House behind Saint");
        assertThat(fold.address().address2()).isEqualTo("Bartholomew-the-Less, third gate");
    }

    @Test
    void many_short_lines_share_four() {
        draft.companyName = "Mollusc Ltd";
        draft.attention = "Goods in";
        draft.address1 = "word ".repeat(13).strip();
        draft.address2 = "tower ".repeat(11).strip();

        AddressFold fold = fold();

        assertThat(fold.inFull()).isNull();
        assertThat(fold.address().address1()).startsWith("Goods in, Olivia Smith, word");
    }

    @Test
    void what_does_not_fit_stands_in_full() {
        draft.firstName = "Karl-Theodor ".repeat(30).strip();
        draft.address1 = "far ".repeat(80).strip();
        draft.email = "a".repeat(300) + "@example.com";

        AddressFold fold = fold();

        assertThat(fold.address().postalName()).hasSizeLessThanOrEqualTo(60).doesNotEndWith("-");
        assertThat(fold.address().address4()).hasSizeLessThanOrEqualTo(60).isNotEmpty();
        assertThat(fold.address().email()).hasSize(255);
        assertThat(Objects.requireNonNull(fold.inFull()))
                .contains(Objects.requireNonNull(draft.firstName))
                .contains(Objects.requireNonNull(draft.address1))
                .contains(Objects.requireNonNull(draft.email));
    }

    @Test
    void a_word_longer_than_a_line_is_cut_between_characters() {
        draft.address1 = "🦊".repeat(45);

        DeliveryAddress address = fold().address();

        assertThat(address.address1()).isEqualTo("🦊".repeat(30));
        assertThat(address.address2()).isEqualTo("🦊".repeat(15));
    }

    @Test
    void line_ends_and_controls_go() {
        draft.address1 = " 14\tRose\u00A0\r\n Street\u0007 ";

        assertThat(fold().address().address1()).isEqualTo("14 Rose Street");
    }

    @ParameterizedTest
    @ValueSource(longs = {20_261_123L, 1L, 42L})
    void no_word_is_ever_lost(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            draft.companyName = words(random, 12);
            draft.firstName = words(random, 6);
            draft.lastName = words(random, 6);
            draft.address1 = words(random, 20);
            draft.address2 = words(random, 20);
            draft.city = words(random, 10);
            draft.zipCode = words(random, 2);
            AddressFold fold = fold();
            String full = fold.inFull() == null ? fields(fold.address()) : fold.inFull();
            assertThat(full.replaceAll("[^\\p{L}]+", " "))
                    .as("seed %d, order %d", seed, i)
                    .contains(typed().split(" "));
            assertThat(lines(fold.address()))
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
            assertThat(fold.address().postcode()).hasSizeLessThanOrEqualTo(10);
        }
    }

    private String typed() {
        return Stream.of(
                        draft.companyName,
                        draft.firstName,
                        draft.lastName,
                        draft.address1,
                        draft.address2,
                        draft.city,
                        draft.zipCode)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String fields(DeliveryAddress address) {
        return String.join(" ", lines(address)) + " " + address.postcode() + " " + address.contact();
    }

    private static List<String> lines(DeliveryAddress address) {
        return List.of(
                address.postalName(),
                address.address1(),
                address.address2(),
                address.address3(),
                address.address4(),
                address.city(),
                address.county());
    }

    private static String words(Random random, int most) {
        return random.ints(random.nextInt(most), 1, 14)
                .mapToObj(length -> random.ints(length, 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .collect(Collectors.joining(" "));
    }

    private AddressFold fold() {
        return AddressFold.of(draft.build(), "GB");
    }
}
