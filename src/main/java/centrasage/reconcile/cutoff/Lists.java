package centrasage.reconcile.cutoff;

import centrasage.flow.OrderName;
import centrasage.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts orders on the lists on which they stand open. */
final class Lists {
    private final List<OpenAtCutOff> capturedNotDespatched = new ArrayList<>();
    private final List<OpenAtCutOff> despatchedNotInvoiced = new ArrayList<>();
    private final List<OpenAtCutOff> invoicedNotCaptured = new ArrayList<>();

    void add(Position position) {
        add(capturedNotDespatched, position, position.capturedNotDespatched());
        add(despatchedNotInvoiced, position, position.despatchedNotInvoiced());
        addWithoutSage(position);
    }

    /** What can be said of it where Sage cannot be read. */
    void addWithoutSage(Position position) {
        add(invoicedNotCaptured, position, position.invoicedNotCaptured());
    }

    private static void add(List<OpenAtCutOff> list, Position position, Optional<Money> open) {
        String object = position.money().object();
        open.ifPresent(money -> list.add(new OpenAtCutOff(
                object.substring(0, object.indexOf('/')),
                OrderName.number(OrderName.ofObject(object)).orElse(object),
                position.sageOrder(),
                money,
                position.vatIn(money),
                position.note())));
    }

    CutOffReport report(LocalDate day, Map<String, String> silent) {
        return new CutOffReport(day, capturedNotDespatched, despatchedNotInvoiced, invoicedNotCaptured, silent);
    }
}
