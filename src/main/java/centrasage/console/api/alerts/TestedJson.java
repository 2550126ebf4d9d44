package centrasage.console.api.alerts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many messages were written to try a rule. */
@Schema(name = "AlertTest")
public record TestedJson(int messages) {}
