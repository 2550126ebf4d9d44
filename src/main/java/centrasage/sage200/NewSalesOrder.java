package centrasage.sage200;

import centrasage.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sales order as we want Sage 200 to hold it, in codes; ids differ from company to company and are resolved when it is
 * sent.
 *
 * @param company the number sent as {@code X-Company}
 * @param customer the customer account's reference, 8 characters at most; its currency is the order's
 * @param customerDocumentNo the key, {@code C} and Centra's order number, 30 characters at most
 * @param fields analysis codes and spare texts of the order, by Sage's names such as {@code analysis_code_1}
 * @param total the gross total that Sage must arrive at; compared with its answer, never sent
 * @param vat the VAT that Sage must arrive at, Centra's or a penny a tax code beside it; compared, never sent
 * @param rounding what may be done where Sage arrives at another total; null where nothing may
 */
public record NewSalesOrder(
        String company,
        String customer,
        String customerDocumentNo,
        LocalDate documentDate,
        DeliveryAddress deliveryAddress,
        Map<String, String> fields,
        List<Line> lines,
        Money total,
        Money vat,
        @Nullable Rounding rounding) {

    /** Where Sage's totals are to be left as they are. */
    public NewSalesOrder(
            String company,
            String customer,
            String customerDocumentNo,
            LocalDate documentDate,
            DeliveryAddress deliveryAddress,
            Map<String, String> fields,
            List<Line> lines,
            Money total,
            Money vat) {
        this(company, customer, customerDocumentNo, documentDate, deliveryAddress, fields, lines, total, vat, null);
    }

    public NewSalesOrder {
        fields = Map.copyOf(fields);
        lines = List.copyOf(lines);
    }

    /** Whether any of its lines asks for stock. */
    public boolean allocates() {
        return lines.stream().anyMatch(line -> line.toAllocate().signum() > 0);
    }

    /** Whether all of its goods ask for their whole quantities. */
    public boolean allocatesInFull() {
        return lines.stream()
                .filter(line -> line.type() == LineType.STANDARD)
                .allMatch(line -> line.toAllocate().compareTo(line.quantity()) >= 0);
    }

    /** The same order with nothing to allocate, for when stock is short. */
    public NewSalesOrder withoutAllocation() {
        return with(lines.stream().map(line -> line.allocating(BigDecimal.ZERO)).toList());
    }

    /**
     * The same order that allocates no more than there is, in whole pieces, its first lines first.
     *
     * @param free what is free; a holding that is not named has nothing
     */
    public NewSalesOrder allocatingAtMost(Map<Holding, BigDecimal> free) {
        Map<Holding, BigDecimal> left = new HashMap<>(free);
        List<Line> limited = new ArrayList<>();
        for (Line line : lines) {
            Holding holding = line.holding();
            BigDecimal there = left.getOrDefault(holding, BigDecimal.ZERO).max(BigDecimal.ZERO);
            BigDecimal pieces = line.toAllocate().min(there.setScale(0, RoundingMode.FLOOR));
            left.put(holding, there.subtract(pieces));
            limited.add(line.allocating(pieces));
        }
        return with(limited);
    }

    NewSalesOrder with(List<Line> others) {
        return new NewSalesOrder(
                company,
                customer,
                customerDocumentNo,
                documentDate,
                deliveryAddress,
                fields,
                others,
                total,
                vat,
                rounding);
    }

    /** The same order, of which nothing may be done any more where Sage arrives at another total. */
    public NewSalesOrder asItIs() {
        return new NewSalesOrder(
                company, customer, customerDocumentNo, documentDate, deliveryAddress, fields, lines, total, vat);
    }

    /** Its lines that have a price. */
    public List<Line> priced() {
        return lines.stream().filter(line -> line.type() != LineType.COMMENT).toList();
    }

    /** The same order, whose rounding line is this one now. */
    NewSalesOrder rounded(Line before, Line after) {
        List<Line> others = new ArrayList<>(lines);
        int place = others.indexOf(before);
        if (place < 0) {
            others.add(after);
        } else {
            others.set(place, after);
        }
        return with(others);
    }

    /** The same order with each price on its rounding line that the plan allows and Sage's order has on a charge. */
    public Stream<NewSalesOrder> roundedAsIn(SalesOrder there) {
        if (rounding == null || there.lines() == null) {
            return Stream.empty();
        }
        return there.lines().stream()
                .filter(line -> !line.isComment() && !line.isGoods())
                .flatMap(line -> Stream.ofNullable(line.unitPrice()))
                .filter(rounding::allows)
                .map(price -> rounded(rounding.line(), rounding.line().priced(price)));
    }

    /**
     * The one line, without VAT, that carries pennies, and how much it may come to.
     *
     * @param line as it is sent with the order; it is no line of the order where its price is 0
     * @param least 0, or less where the company takes a charge that takes something off
     */
    public record Rounding(Line line, BigDecimal least, BigDecimal most) {
        boolean allows(BigDecimal price) {
            return price.compareTo(least) >= 0 && price.compareTo(most) <= 0;
        }
    }

    /** How Sage calls the kinds of lines: {@code EnumLineTypeStandard} and so on. */
    public enum LineType {
        STANDARD,
        CHARGE,
        COMMENT
    }

    /**
     * One line; which parts apply depends on the type, as {@code contracts/sage200/sop.json} says.
     *
     * @param code product code, or charge code; null for a comment
     * @param description the text of a comment, or what replaces a charge's own; else null
     * @param unitPrice net or gross as the company's {@code are_prices_tax_inclusive} says, five decimals at most
     * @param taxCode Sage's tax code number (0 exempt, 1 standard, 2 zero), not its id
     * @param fields analysis codes and spare texts of the line, by Sage's names
     */
    public record Line(
            LineType type,
            @Nullable String code,
            @Nullable String description,
            @Nullable String warehouse,
            BigDecimal quantity,
            BigDecimal toAllocate,
            BigDecimal unitPrice,
            @Nullable Integer taxCode,
            @Nullable String nominal,
            Map<String, String> fields) {

        public Line {
            fields = Map.copyOf(fields);
        }

        /** A line that carries a text and nothing else. */
        public static Line comment(String text) {
            return new Line(
                    LineType.COMMENT,
                    null,
                    text,
                    null,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    null,
                    null,
                    Map.of());
        }

        /** Where its goods lie; a line without goods lies nowhere. */
        public Holding holding() {
            return new Holding(code == null ? "" : code, warehouse == null ? "" : warehouse);
        }

        Line priced(BigDecimal price) {
            return new Line(type, code, description, warehouse, quantity, toAllocate, price, taxCode, nominal, fields);
        }

        Line allocating(BigDecimal pieces) {
            return new Line(type, code, description, warehouse, quantity, pieces, unitPrice, taxCode, nominal, fields);
        }

        /** Personal data must not end in a log. */
        @Override
        public String toString() {
            return "Line[" + type + ", code=" + code + ", quantity=" + quantity + ", unitPrice=" + unitPrice
                    + ", taxCode=" + taxCode + "]";
        }
    }

    /** Folded into Sage's lengths: names and lines 60, postcode 10, telephone 30, e-mail 255, tax number 30. */
    public record DeliveryAddress(
            String postalName,
            String address1,
            String address2,
            String address3,
            String address4,
            String city,
            String county,
            String postcode,
            String countryCode,
            String contact,
            String telephone,
            String email,
            String taxNumber) {

        /** Personal data must not end in a log. */
        @Override
        public String toString() {
            return "DeliveryAddress[" + countryCode + "]";
        }
    }
}
