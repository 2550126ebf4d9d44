package centrasage.orders.customer;

import centrasage.centra.Address;
import centrasage.centra.Order;
import centrasage.centra.PaymentEntry;
import centrasage.sync.vault.Clue;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the clues of an order, and of what somebody types who looks for one: both in the same way, so that they meet. */
public final class Clues {
    private static final int LENGTH_MAX = 200;
    private static final int WORDS_MAX = 8;
    private static final int PAYMENTS_MAX = 50;
    private static final int WORD_MIN = 2;

    /** Letters that are no other letter with an accent. */
    private static final Map<String, String> LETTERS =
            Map.of("ß", "ss", "ø", "o", "æ", "ae", "œ", "oe", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i");

    private Clues() {}

    /** Of its customer, of where it goes and who pays for it, and of its payments. */
    public static Set<Clue> of(Order order) {
        Set<Clue> clues = new LinkedHashSet<>();
        Order.Customer customer = order.customer();
        if (customer != null) {
            email(customer.email()).ifPresent(clues::add);
            name(customer.firstName(), customer.lastName(), clues);
        }
        Stream.of(order.shippingAddress(), order.billingAddress())
                .filter(Objects::nonNull)
                .forEach(address -> of(address, clues));
        order.payments().stream()
                .limit(PAYMENTS_MAX)
                .map(PaymentEntry::externalReference)
                .flatMap(reference -> reference(reference).stream())
                .forEach(clues::add);
        return clues;
    }

    private static void of(Address address, Set<Clue> clues) {
        email(address.email()).ifPresent(clues::add);
        postcode(address.zipCode()).ifPresent(clues::add);
        name(address.firstName(), address.lastName(), clues);
    }

    private static void name(@Nullable String first, @Nullable String last, Set<Clue> clues) {
        List<String> words = words((first == null ? "" : first) + " " + (last == null ? "" : last));
        words.forEach(word -> clues.add(new Clue(Clue.Field.NAME_WORD, word)));
        if (words.size() > 1) {
            clues.add(whole(words));
        }
    }

    public static Optional<Clue> email(@Nullable String typed) {
        return text(typed)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> text.matches("[^\\s@]+@[^\\s@]+"))
                .map(text -> new Clue(Clue.Field.E_MAIL, text));
    }

    /** Without its spaces and hyphens, which one person types and another does not. */
    public static Optional<Clue> postcode(@Nullable String typed) {
        return text(typed)
                .map(text -> text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT))
                .filter(text -> text.length() >= WORD_MIN)
                .map(text -> new Clue(Clue.Field.POSTCODE, text));
    }

    public static Optional<Clue> reference(@Nullable String typed) {
        return text(typed)
                .map(text -> text.toUpperCase(Locale.ROOT))
                .map(text -> new Clue(Clue.Field.PSP_REFERENCE, text));
    }

    /** The whole of a name, in whatever order its words come; of one word that alone. Empty where it is no name. */
    public static Optional<Clue> name(@Nullable String typed) {
        List<String> words = words(typed == null ? "" : typed);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(words.size() == 1 ? new Clue(Clue.Field.NAME_WORD, words.get(0)) : whole(words));
    }

    /** Each word of a name, the longest first: it is the rarest. */
    public static List<Clue> nameWords(String typed) {
        return words(typed).stream()
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .map(word -> new Clue(Clue.Field.NAME_WORD, word))
                .toList();
    }

    private static Clue whole(List<String> words) {
        return new Clue(Clue.Field.NAME, words.stream().sorted().collect(Collectors.joining(" ")));
    }

    /** Folded to plain small letters: an accent, an apostrophe or a hyphen keeps nobody from being found. */
    private static List<String> words(String name) {
        String small = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("['’`]", "");
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            small = small.replace(letter.getKey(), letter.getValue());
        }
        return Arrays.stream(small.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.codePointCount(0, word.length()) >= WORD_MIN && word.length() <= LENGTH_MAX)
                .distinct()
                .limit(WORDS_MAX)
                .toList();
    }

    private static Optional<String> text(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LENGTH_MAX);
    }
}
