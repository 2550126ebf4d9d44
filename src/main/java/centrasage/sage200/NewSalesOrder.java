package centrasage.sage200;

import centrasage.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sales order as we want Sage 200 to hold it, in codes; ids differ from company to company and are resolved when it is
 * sent.
 *
 * @param company the number sent as {@code X-Company}
 * @param customer the customer account's reference, 8 characters at most; its currency is the order's
 * @param customerDocumentNo the key, {@code C} and Centra's order number, 30 characters at most
 * @param total the gross total that Sage must arrive at; compared with its answer, never sent
 * @param vat the VAT that Sage must arrive at, Centra's or a penny a tax code beside it; compared, never sent
 */
public record NewSalesOrder(
        String company,
        String customer,
        String customerDocumentNo,
        LocalDate documentDate,
        DeliveryAddress deliveryAddress,
        List<Line> lines,
        Money total,
        Money vat) {

    public NewSalesOrder {
        lines = List.copyOf(lines);
    }

    /** The same order with nothing to allocate, for when stock is short. */
    public NewSalesOrder withoutAllocation() {
        List<Line> unallocated = lines.stream().map(Line::withoutAllocation).toList();
        return new NewSalesOrder(
                company, customer, customerDocumentNo, documentDate, deliveryAddress, unallocated, total, vat);
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
            @Nullable String nominal) {

        Line withoutAllocation() {
            return new Line(type, code, description, warehouse, quantity, BigDecimal.ZERO, unitPrice, taxCode, nominal);
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
