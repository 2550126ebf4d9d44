package centrasage.flow;

import java.util.List;

/** What somebody knows that people are told of once a day, besides what waits for them; numbers and money, nothing of a customer. */
public interface DigestPart {

    String title();

    /** Each a sentence, or a piece of one; at most a dozen. */
    List<String> lines();
}
