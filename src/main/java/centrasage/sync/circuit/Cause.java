package centrasage.sync.circuit;

import centrasage.flow.OrderName;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.Sha256;
import centrasage.sync.posting.Reasons;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why documents of one kind do not reach one company: the same reasons in the same words, but for what is a document's own. A
 * document with a reason of its own besides is of another cause, and stands alone.
 *
 * @param failedAs HELD or REFUSED
 * @param reasons with an ellipsis for the document's own number, amount and date
 */
public record Cause(String company, PostingKind kind, PostingState failedAs, List<Reason> reasons) {
    private static final String ITS_OWN = "…";

    public Cause {
        reasons = List.copyOf(reasons);
    }

    /** What tells one document from the others of its kind, and must not tell their causes apart. */
    public record Own(PostingKey key, String object, String amount, String date) {
        String without(String words) {
            String name = OrderName.ofObject(object);
            String order = OrderName.number(name).orElse(name);
            String rest = words;
            for (String own : List.of(key.sourceKey(), order, amount, date)) {
                rest = Pattern.compile("(?<![\\w.])" + "(C?)" + Pattern.quote(own) + "(?![\\w])")
                        .matcher(rest)
                        .replaceAll(Matcher.quoteReplacement(ITS_OWN));
            }
            return rest;
        }
    }

    public static Cause of(Own own, PostingState failedAs, List<Reason> reasons) {
        return new Cause(
                own.key().company(),
                own.key().kind(),
                failedAs,
                reasons.stream()
                        .map(reason -> new Reason(
                                reason.code(),
                                reason.owner(),
                                own.without(reason.what()),
                                own.without(reason.remedy())))
                        .toList());
    }

    /** The same for every document of this cause, and for no other. Remedies are advice: they tell no causes apart. */
    public String fingerprint() {
        StringBuilder text = new StringBuilder(company + "\n" + kind + "\n" + failedAs);
        reasons.forEach(
                reason -> text.append('\n').append(reason.code()).append('\n').append(reason.what()));
        return Sha256.hex(text.toString());
    }

    /** Whether it may open a circuit: what a doubt has left to a person is no probe, and nobody else sends it again. */
    public boolean mayStopMany() {
        return reasons.stream().noneMatch(Reasons::leavesADoubt);
    }
}
