package centrasage.console.live;

import java.util.Optional;

/**
 * What became of a question.
 *
 * @param said empty where there was no answer, or no question
 * @param why there was no answer; empty where there was one, or no question
 */
public record Answer<T>(Optional<T> said, String why) {
    /** Nobody was asked. */
    public static <T> Answer<T> notAsked() {
        return new Answer<>(Optional.empty(), "");
    }

    static <T> Answer<T> none(String why) {
        return new Answer<>(Optional.empty(), why);
    }
}
