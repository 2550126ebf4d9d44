package centrasage.console.api.json;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An exception whose order is planned again.
 *
 * @param run the run that was started for it; null when the job runs already or could not be started, and it is planned by the next run
 */
@Schema(name = "Retry")
public record RetryJson(ExceptionJson exception, @Nullable RunJson run) {}
