package centrasage.orders.amendment;

import centrasage.sage200.LineChange;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Decides whether a posted order may be made what is planned now: only where goods of it are cancelled and nothing else is another.
 * The charges follow, and prices by the pennies by which VAT is met. Asks nobody.
 */
final class AmendmentPlanner {
    /** Fitting VAT moves a price by so much. */
    private static final BigDecimal FIT = new BigDecimal("0.02");

    private final BigDecimal pennies;

    /** @param pennies what a charge may come to that is added: no more than a rounding line may carry */
    AmendmentPlanner(BigDecimal pennies) {
        this.pennies = pennies;
    }

    Amending plan(NewSalesOrder posted, NewSalesOrder now) {
        List<LineChange> changes = LineChange.between(posted.priced(), now.priced());
        List<String> others = others(posted, now);
        List<String> against = new ArrayList<>(others.stream()
                .map(other -> "its " + other + (other.endsWith("s") ? " are others" : " is another one"))
                .toList());
        changes.forEach(change -> against(change, against));
        boolean cancelsGoods = changes.stream()
                .anyMatch(change -> change.isOfGoods() && change.moreOfIt().signum() < 0);
        if (!cancelsGoods) {
            against.add("none of its goods is cancelled");
        }
        return new Amending(changes, others, against);
    }

    private static List<String> others(NewSalesOrder posted, NewSalesOrder now) {
        List<String> others = new ArrayList<>();
        add(others, !posted.company().equals(now.company()), "company");
        add(others, !posted.customer().equals(now.customer()), "customer account");
        add(others, !posted.total().currency().equals(now.total().currency()), "currency");
        add(others, !posted.documentDate().equals(now.documentDate()), "date");
        add(others, !posted.deliveryAddress().equals(now.deliveryAddress()), "delivery address or contact");
        add(others, !posted.fields().equals(now.fields()), "analysis codes");
        add(others, !comments(posted).containsAll(comments(now)), "comments");
        return others;
    }

    /** Those of lines that are taken out stay in Sage: a note too many harms nobody. */
    private static List<Line> comments(NewSalesOrder order) {
        return order.lines().stream()
                .filter(line -> line.type() == LineType.COMMENT)
                .toList();
    }

    private static void add(List<String> words, boolean applies, String word) {
        if (applies) {
            words.add(word);
        }
    }

    private void against(LineChange change, List<String> against) {
        if (change.before() == null) {
            boolean isPennies =
                    !change.isOfGoods() && change.line().unitPrice().abs().compareTo(pennies) <= 0;
            add(against, !isPennies, "a line is added: " + change.words());
        } else if (change.after() != null) {
            boolean isTheSame = change.keepsWhatItIs();
            add(against, !isTheSame, "a line is another one: " + change.words());
            boolean isMoreOrDearer = isTheSame && change.isOfGoods() && !isLessAtItsPrice(change);
            add(against, isMoreOrDearer, "a line has more goods or another price: " + change.words());
        }
    }

    private static boolean isLessAtItsPrice(LineChange change) {
        BigDecimal before = Objects.requireNonNull(change.before()).unitPrice();
        BigDecimal moved = change.line().unitPrice().subtract(before).abs();
        return change.moreOfIt().signum() <= 0 && moved.compareTo(FIT) <= 0;
    }
}
