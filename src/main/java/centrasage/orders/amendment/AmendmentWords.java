package centrasage.orders.amendment;

import static centrasage.flow.Owner.OPERATIONS;

import centrasage.flow.Finding;
import centrasage.flow.Reason;
import centrasage.sage200.LineChange;
import centrasage.sage200.OrderAmendment;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How people are told that an amendment cannot be made, and what they are to do instead. No personal data. */
final class AmendmentWords {
    private final OrderAmendment amendment;

    AmendmentWords(OrderAmendment amendment) {
        this.amendment = amendment;
    }

    Finding.Different different(String why) {
        String what = amendment.cancels()
                ? "It was cancelled in Centra, and Sage 200 order " + amendment.documentNo() + " cannot be cancelled: "
                : "It has fewer goods in Centra than Sage 200 order " + amendment.documentNo()
                        + ", which cannot be amended: ";
        return new Finding.Different(List.of(), new Reason("NOT_AMENDED", OPERATIONS, what + why, byHand(all())));
    }

    private String all() {
        return amendment.changes().stream().map(LineChange::words).collect(Collectors.joining("; "));
    }

    private String byHand(String changes) {
        String how = amendment.cancels()
                ? "Cancel order " + amendment.documentNo()
                        + " in Sage 200; what of it is despatched or invoiced is returned and credited"
                : "In Sage 200 order " + amendment.documentNo() + ": " + changes + "; it then comes to "
                        + amendment.order().total()
                        + ". What of it is despatched or invoiced is returned and credited";
        return how + ". Then press Plan again: where the order is as it should be, this closes itself";
    }

    /** @param left what is still to be done, in words */
    List<Reason> refused(List<Reason> reasons, String left) {
        Reason rest = new Reason(
                "NOT_AMENDED",
                OPERATIONS,
                "Of Sage 200 order " + amendment.documentNo() + " this is left to be done: " + left,
                byHand(left));
        return Stream.concat(reasons.stream(), Stream.of(rest)).toList();
    }
}
