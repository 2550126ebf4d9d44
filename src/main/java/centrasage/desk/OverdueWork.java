package centrasage.desk;

import centrasage.flow.Reason;
import centrasage.money.Money;
import java.util.List;

/**
 * A worklist of which something waits for longer than it may.
 *
 * @param company of Sage's
 * @param subject the list, such as {@code worklist/DESPATCHED_NOT_INVOICED}
 * @param atRisk the money that waits, in the currency of most of it
 * @param headline one sentence, with the other currencies
 */
public record OverdueWork(
        BusinessException.Kind kind, String company, String subject, Money atRisk, String headline, Reason reason) {

    String cause() {
        return cause(company, subject);
    }

    static String cause(String company, String subject) {
        return subject + "/" + company;
    }

    Matter matter() {
        return new Matter(cause(), new Matter.About(null, company, subject), kind, atRisk, headline, List.of(reason));
    }
}
