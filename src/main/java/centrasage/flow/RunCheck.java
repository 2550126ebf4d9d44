package centrasage.flow;

import java.util.Map;

/**
 * Says whether what is asked of a run can be done at all. Asked by whoever takes the wish, before the job is started, so that a
 * typing error is told at once and makes no failed run; the run itself checks again.
 */
public interface RunCheck {

    /** The job that it speaks for. */
    String job();

    /**
     * Asks no other system.
     *
     * @param parameters by name; those that are not given are missing
     * @throws ParameterRefused for the first that cannot be used
     */
    void check(Map<String, String> parameters) throws ParameterRefused;
}
