package centrasage.orders.document;

import centrasage.centra.Address;
import centrasage.orders.check.Words;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A delivery address in Sage's lengths. No word is lost silently: as soon as anything does not fit, the whole address
 * stands in {@code inFull} as well.
 *
 * @param inFull null when everything fits
 */
record AddressFold(DeliveryAddress address, @Nullable String inFull) {
    private static final int LINE = 60;
    private static final int LINES = 4;
    private static final int POSTCODE = 10;
    private static final int CONTACT = 235;
    private static final int TELEPHONE = 30;
    private static final int EMAIL = 255;
    private static final int TAX_NUMBER = 30;

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "AddressFold[" + address + ", fits=" + (inFull == null) + "]";
    }

    /** @param country as Sage writes it */
    static AddressFold of(Address from, String country) {
        String person = join(" ", from.firstName(), from.lastName());
        String name = Words.firstOf(from.companyName(), from.attention(), person);
        List<String> rest = Stream.of(Words.text(from.companyName()), Words.text(from.attention()), person)
                .filter(part -> !part.isEmpty() && !part.equals(name))
                .toList();
        List<String> parts = Stream.concat(
                        rest.stream(), Stream.of(Words.text(from.address1()), Words.text(from.address2())))
                .filter(part -> !part.isEmpty())
                .toList();
        List<String> lines = lines(parts);
        DeliveryAddress address = new DeliveryAddress(
                Words.head(name, LINE),
                at(lines, 0),
                at(lines, 1),
                at(lines, 2),
                at(lines, 3),
                Words.head(Words.text(from.city()), LINE),
                Words.head(Words.text(from.stateOrProvince()), LINE),
                Words.head(Words.text(from.zipCode()), POSTCODE),
                country,
                Words.head(Words.firstOf(person, from.attention(), from.companyName()), CONTACT),
                Words.head(Words.text(from.phoneNumber()), TELEPHONE),
                Words.head(Words.text(from.email()), EMAIL),
                Words.head(Words.text(from.vatNumber()), TAX_NUMBER));
        boolean fits = lines.size() <= LINES && isWhole(address, from, name);
        return new AddressFold(address, fits ? null : inFull(from, name, parts, country));
    }

    /** A part to a line; when that takes too many lines, one running text. */
    private static List<String> lines(List<String> parts) {
        List<String> lines =
                parts.stream().flatMap(part -> Words.wrap(part, LINE).stream()).toList();
        return lines.size() <= LINES ? lines : Words.wrap(String.join(", ", parts), LINE);
    }

    private static boolean isWhole(DeliveryAddress address, Address from, String name) {
        return address.postalName().equals(name)
                && address.city().equals(Words.text(from.city()))
                && address.county().equals(Words.text(from.stateOrProvince()))
                && address.postcode().equals(Words.text(from.zipCode()))
                && address.telephone().equals(Words.text(from.phoneNumber()))
                && address.email().equals(Words.text(from.email()))
                && address.taxNumber().equals(Words.text(from.vatNumber()));
    }

    private static String inFull(Address from, String name, List<String> parts, String country) {
        return Stream.of(
                        Stream.of(name),
                        parts.stream(),
                        Stream.of(
                                Words.text(from.city()),
                                Words.text(from.stateOrProvince()),
                                Words.text(from.zipCode()),
                                country,
                                Words.text(from.phoneNumber()),
                                Words.text(from.email()),
                                Words.text(from.vatNumber())))
                .flatMap(part -> part)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ", "Delivery address in full: ", ""));
    }

    private static String join(String separator, @Nullable String... texts) {
        return Stream.of(texts).map(Words::text).filter(text -> !text.isEmpty()).collect(Collectors.joining(separator));
    }

    private static String at(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "";
    }
}
