package centrasage.flow;

import centrasage.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One document to be written to the other side, decided in full: sending it asks nobody anything.
 *
 * @param object the business object whose postings go out in order and never at once, such as company and order
 * @param amount what is at stake: the gross total of the document
 * @param vat the VAT in it that the other side must arrive at; null where it has none of its own
 * @param businessDate the date that the document carries
 * @param fingerprint a hash of the business content without personal data: same key and other fingerprint is an error
 * @param document the document itself as JSON text, in codes rather than ids; holds personal data, and is {@link #ERASED}
 *     once the person was erased
 */
public record Command(
        PostingKey key,
        String object,
        Money amount,
        @Nullable Money vat,
        LocalDate businessDate,
        String fingerprint,
        String document) {

    /** What is left of a document whose person was erased: it can be looked for by its key, and never be sent. */
    public static final String ERASED = "";

    public boolean isErased() {
        return document.equals(ERASED);
    }

    /** The same command, written down otherwise. */
    public Command with(String otherDocument) {
        return new Command(key, object, amount, vat, businessDate, fingerprint, otherDocument);
    }

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "Command[" + key + ", object=" + object + ", amount=" + amount + ", vat=" + vat + ", businessDate="
                + businessDate + ", fingerprint=" + fingerprint + "]";
    }
}
