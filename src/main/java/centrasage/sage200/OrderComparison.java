package centrasage.sage200;

import centrasage.sage200.NewSalesOrder.LineType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order of Sage's held against the one that was meant, in words without personal data. The order of the lines does not
 * matter; what an answer does not tell of a line is not compared, and neither is a product that the company has no more by this
 * code: somebody may have renamed it.
 */
public record OrderComparison(SalesOrder there, NewSalesOrder meant, Site site) {
    /** A person reads them. */
    private static final int WORDS_MAX = 5;

    /** Empty when the account is the one that was meant. */
    public Optional<String> customer() {
        Site.Customer customer = site.customers().get(meant.customer());
        return customer != null && customer.id() == there.customerId()
                ? Optional.empty()
                : Optional.of("its customer is not " + meant.customer());
    }

    /** Lines of every type, comments too; empty when there are as many as were meant. */
    public Optional<String> lineCount() {
        Integer lines = there.lineCount();
        return lines != null && lines == meant.lines().size()
                ? Optional.empty()
                : Optional.of("it has " + lines + " lines, not " + meant.lines().size());
    }

    /** Every line with a price that is not as it was meant; none where the answer carries no lines. */
    public List<String> lines() {
        return differences(line -> line.type() != LineType.COMMENT, line -> !line.isComment(), this::changes);
    }

    /** As {@link #lines}, of the goods alone and without their prices. */
    public List<String> goods() {
        return differences(line -> line.type() == LineType.STANDARD, SalesOrder.Line::isGoods, this::quantity);
    }

    /**
     * One line that was meant, and the line of Sage's that is it.
     *
     * @param meant as it was meant
     * @param held as Sage holds it
     */
    public record Pair(NewSalesOrder.Line meant, SalesOrder.Line held) {}

    /** Which line of Sage's each line with a price is; empty where they are not all as they were meant, or others are there. */
    public Optional<List<Pair>> exactly() {
        if (there.lines() == null) {
            return Optional.empty();
        }
        LinePairs pairs = new LinePairs(
                meant.priced(),
                there.lines().stream().filter(line -> !line.isComment()).toList());
        List<Pair> found = new ArrayList<>();
        pairs.take(
                (line, other) -> isSame(line, other) && changes(line, other).isEmpty(),
                (line, other) -> found.add(new Pair(line, other)));
        return pairs.missing().isEmpty() && pairs.left().isEmpty() ? Optional.of(found) : Optional.empty();
    }

    private List<String> differences(
            Predicate<NewSalesOrder.Line> wanted,
            Predicate<SalesOrder.Line> held,
            BiFunction<NewSalesOrder.Line, SalesOrder.Line, List<String>> changes) {
        if (there.lines() == null || !there.tellsLines()) {
            return List.of();
        }
        LinePairs pairs = new LinePairs(
                meant.lines().stream().filter(wanted).toList(),
                there.lines().stream().filter(held).toList());
        List<String> words = new ArrayList<>();
        pairs.take(
                (line, other) ->
                        isSame(line, other) && changes.apply(line, other).isEmpty(),
                (line, other) -> {});
        pairs.take(this::isSame, (line, other) -> words.addAll(changes.apply(line, other)));
        pairs.missing().forEach(line -> words.add("it has no line " + name(line)));
        pairs.left().forEach(line -> words.add("it has a line " + name(line) + " too many"));
        return shortened(words);
    }

    /** Whether it is the same kind of line for the same thing. */
    private boolean isSame(NewSalesOrder.Line line, SalesOrder.Line other) {
        String type = line.type() == LineType.STANDARD ? "EnumLineTypeStandard" : "EnumLineTypeCharge";
        if (other.type() != null && !other.type().equals(type)) {
            return false;
        }
        Long product = line.type() == LineType.STANDARD && line.code() != null
                ? site.products().get(line.code())
                : null;
        if (product != null && other.productId() != null) {
            return product.equals(other.productId());
        }
        boolean known = line.type() == LineType.CHARGE || product != null;
        return !known
                || line.code() == null
                || other.code() == null
                || line.code().equals(other.code());
    }

    private List<String> changes(NewSalesOrder.Line line, SalesOrder.Line other) {
        boolean goods = line.type() == LineType.STANDARD;
        BigDecimal price = goods ? line.unitPrice() : line.unitPrice().multiply(line.quantity());
        return Stream.of(
                        goods ? quantityChange(line, other) : null,
                        number(has(line) + "a price of ", price, other.unitPrice()),
                        taxCode(has(line), line.taxCode(), other.taxCodeId()))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private List<String> quantity(NewSalesOrder.Line line, SalesOrder.Line other) {
        return Stream.ofNullable(quantityChange(line, other)).toList();
    }

    private static @Nullable String quantityChange(NewSalesOrder.Line line, SalesOrder.Line other) {
        return number(has(line) + "a quantity of ", line.quantity(), other.quantity());
    }

    private static String has(NewSalesOrder.Line line) {
        return "its line " + name(line) + " has ";
    }

    private static @Nullable String number(String words, BigDecimal meant, @Nullable BigDecimal there) {
        return there == null || there.compareTo(meant) == 0 ? null : words + plain(there) + ", not " + plain(meant);
    }

    private @Nullable String taxCode(String name, @Nullable Integer meant, @Nullable Long there) {
        Site.TaxCode code = meant == null ? null : site.taxCodes().get(meant);
        if (code == null || there == null || code.id() == there) {
            return null;
        }
        String other = site.taxCodes().values().stream()
                .filter(held -> held.id() == there)
                .findFirst()
                .map(held -> "tax code " + held.code())
                .orElse("another tax code");
        return name + other + ", not " + meant;
    }

    private static String name(NewSalesOrder.Line line) {
        return line.code() == null ? "of a charge without a code" : line.code();
    }

    private String name(SalesOrder.Line line) {
        Optional<String> product = site.products().entrySet().stream()
                .filter(held -> held.getValue().equals(line.productId()))
                .map(Map.Entry::getKey)
                .findFirst();
        return product.or(() -> Optional.ofNullable(line.code())).orElse("without a code");
    }

    private static List<String> shortened(List<String> words) {
        if (words.size() <= WORDS_MAX) {
            return List.copyOf(words);
        }
        List<String> some = new ArrayList<>(words.subList(0, WORDS_MAX));
        some.add("and " + (words.size() - WORDS_MAX) + " differences more");
        return List.copyOf(some);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
