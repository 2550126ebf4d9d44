package centrasage.orders.post;

import centrasage.flow.Command;
import centrasage.flow.Outcome;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.Site;
import centrasage.sage200.client.read.SageStock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Short stock never blocks an order. What Sage refuses for want of stock, and for nothing else, is asked for again with what
 * is free of each of its lines; where that is refused too, or nobody knows what is free, with nothing to allocate.
 */
final class ShortStock {
    private static final String NOT_ENOUGH_STOCK = "NOT_ENOUGH_STOCK";
    private static final int WORDS_MAX = 1000;

    private final SageStock stock;

    ShortStock(SageStock stock) {
        this.stock = stock;
    }

    /** The outcome, with what may be sent instead where it was refused for want of stock. */
    Outcome orLesser(Outcome outcome, Command command, NewSalesOrder order, Site site) {
        if (!(outcome instanceof Outcome.Refused refused) || !isForWantOfStock(refused) || !order.allocates()) {
            return outcome;
        }
        NewSalesOrder lesser = order.allocatesInFull() ? asFarAsItGoes(order, site) : order.withoutAllocation();
        Command instead = command.with(SalesOrderJson.write(lesser));
        return new Outcome.Refused(refused.reasons(), new Outcome.Lesser(instead, words(lesser)));
    }

    private static boolean isForWantOfStock(Outcome.Refused refused) {
        return refused.reasons().stream().map(Reason::code).allMatch(NOT_ENOUGH_STOCK::equals);
    }

    /** Where all seems to be there, Sage knows better: then nothing. */
    private NewSalesOrder asFarAsItGoes(NewSalesOrder order, Site site) {
        try {
            NewSalesOrder limited = order.allocatingAtMost(stock.free(order, site));
            return limited.allocatesInFull() ? order.withoutAllocation() : limited;
        } catch (TargetUnavailable e) {
            return order.withoutAllocation();
        }
    }

    private static String words(NewSalesOrder order) {
        if (!order.allocates()) {
            return "stock is short: nothing is allocated";
        }
        List<String> shortLines = new ArrayList<>();
        order.lines().stream()
                .filter(line -> line.toAllocate().compareTo(line.quantity()) < 0)
                .filter(line -> line.type() == NewSalesOrder.LineType.STANDARD)
                .map(ShortStock::words)
                .forEach(shortLines::add);
        String all = "stock is short: allocates " + String.join(", ", shortLines);
        return all.length() <= WORDS_MAX ? all : all.substring(0, WORDS_MAX) + "…";
    }

    private static String words(Line line) {
        @Nullable String code = line.code();
        return line.toAllocate().stripTrailingZeros().toPlainString() + " of "
                + line.quantity().stripTrailingZeros().toPlainString() + " " + code;
    }
}
