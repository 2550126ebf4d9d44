package centrasage.orders.document;

import static centrasage.flow.Owner.FINANCE;
import static centrasage.flow.Owner.OPERATIONS;

import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import centrasage.mapping.AnalysisField.Document;
import centrasage.mapping.InForce;
import centrasage.mapping.VatCase;
import centrasage.mapping.VatCase.AppliesTo;
import centrasage.orders.charged.Charges;
import centrasage.orders.charged.Part;
import centrasage.orders.check.Complaints;
import centrasage.orders.check.OrderChecks;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.ledger.InvoicedOrder.Kind;
import centrasage.sage200.ledger.InvoicedOrder.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the codes of everything in an order that has a price. A line whose codes are missing is left out, and told. */
final class LineCoding {
    private final Order order;
    private final VatCase vatCase;
    private final InForce mappings;
    private final SiteChecks site;
    private final Analysis analysis;
    private final Complaints complaints;

    LineCoding(
            Order order, VatCase vatCase, InForce mappings, SiteChecks site, Analysis analysis, Complaints complaints) {
        this.order = order;
        this.vatCase = vatCase;
        this.mappings = mappings;
        this.site = site;
        this.analysis = analysis;
        this.complaints = complaints;
    }

    List<CodedOrder.Line> lines(Charges charges, @Nullable String handlingCharge) {
        List<CodedOrder.Line> lines = new ArrayList<>();
        for (Part part : charges.lines()) {
            OrderLine line = part.line();
            if (line != null) {
                Optional.ofNullable(coded(part, line)).ifPresent(lines::add);
            }
        }
        if (!charges.shipping().isEmpty()) {
            lines.addAll(charges(charges.shipping(), shippingCharge(), AppliesTo.SHIPPING));
        }
        if (!charges.handling().isEmpty()) {
            lines.addAll(charges(charges.handling(), handlingCharge(handlingCharge), AppliesTo.HANDLING));
        }
        return lines;
    }

    private CodedOrder.@Nullable Line coded(Part part, OrderLine line) {
        if (OrderChecks.isGiftCertificate(line)) {
            return giftCard(part, line);
        }
        return OrderChecks.isGoods(line) ? goods(part, line) : null;
    }

    private CodedOrder.@Nullable Line goods(Part part, OrderLine line) {
        Integer taxCode = taxCode(part, AppliesTo.GOODS);
        InForce.Item item = item(line.sku());
        if (item == null || taxCode == null) {
            return null;
        }
        if (item.isCharge()) {
            String text = line.quantity() == 1 ? null : line.productName() + " x " + line.quantity();
            return charge(part, item.code(), text, null, taxCode, line, new Origin(Kind.SERVICE, line.id()));
        }
        return new CodedOrder.Line(
                LineType.STANDARD,
                item.code(),
                null,
                line.quantity(),
                part.gross(),
                part.vat(),
                taxCode,
                part.rate(),
                null,
                !line.preorder(),
                line.comment(),
                analysis.of(vatCase.company(), Document.LINE, line),
                new Origin(Kind.GOODS, line.id()));
    }

    /** What is sold is a promise: it is owed until it is spent, and nothing leaves a shelf. */
    private CodedOrder.@Nullable Line giftCard(Part part, OrderLine line) {
        InForce.Booking booking =
                mappings.giftCards(vatCase.company(), order.currency()).orTell(complaints::add);
        Integer taxCode = taxCode(part, AppliesTo.GIFT_CARD);
        if (booking == null || taxCode == null) {
            return null;
        }
        if (booking.charge() != null) {
            site.charge(booking.charge());
        }
        String text = line.productName() + (line.quantity() == 1 ? "" : " x " + line.quantity());
        return charge(
                part, booking.charge(), text, booking.nominal(), taxCode, line, new Origin(Kind.GIFT_CARD, line.id()));
    }

    private List<CodedOrder.Line> charges(List<Part> parts, @Nullable String code, AppliesTo appliesTo) {
        List<CodedOrder.Line> lines = new ArrayList<>();
        for (Part part : parts) {
            Integer taxCode = taxCode(part, appliesTo);
            if (code != null && taxCode != null) {
                Kind kind = appliesTo == AppliesTo.SHIPPING ? Kind.SHIPPING : Kind.HANDLING;
                lines.add(charge(part, code, null, null, taxCode, null, Origin.beside(kind)));
            }
        }
        return lines;
    }

    private CodedOrder.Line charge(
            Part part,
            @Nullable String code,
            @Nullable String text,
            @Nullable String nominal,
            int taxCode,
            @Nullable OrderLine line,
            Origin origin) {
        Map<String, String> fields = analysis.of(vatCase.company(), Document.CHARGE, line);
        return new CodedOrder.Line(
                LineType.CHARGE,
                code,
                text,
                1,
                part.gross(),
                part.vat(),
                taxCode,
                part.rate(),
                nominal,
                false,
                line == null ? null : line.comment(),
                fields,
                origin);
    }

    private InForce.@Nullable Item item(@Nullable String sku) {
        if (sku == null || sku.isBlank()) {
            return null;
        }
        InForce.Item item = mappings.item(vatCase.company(), sku).orTell(complaints::add);
        if (item == null) {
            return null;
        }
        String code = item.isCharge() ? site.charge(item.code()) : site.product(item.code(), sku);
        return code == null ? null : item;
    }

    private @Nullable String shippingCharge() {
        String option = order.shippingOption();
        if (option == null || option.isBlank()) {
            complaints.add(
                    "NO_SHIPPING_OPTION",
                    OPERATIONS,
                    "The order charges for shipping and names no shipping option",
                    "Choose a shipping option for the order in Centra");
            return null;
        }
        String charge = mappings.charge(vatCase.company(), option).orTell(complaints::add);
        return charge == null ? null : site.charge(charge);
    }

    private @Nullable String handlingCharge(@Nullable String mapped) {
        if (mapped != null) {
            return site.charge(mapped);
        }
        complaints.add(
                "HANDLING_NOT_MAPPED",
                FINANCE,
                "The order charges for handling, and no charge is mapped for it (companies.csv)",
                "Name the code of an additional charge as handling_charge in companies.csv");
        return null;
    }

    private @Nullable Integer taxCode(Part part, AppliesTo appliesTo) {
        Integer code = mappings.taxCode(vatCase.with(appliesTo, part.rate())).orTell(complaints::add);
        return code == null ? null : site.taxCode(code, part.rate());
    }
}
