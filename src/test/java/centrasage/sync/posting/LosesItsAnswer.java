package centrasage.sync.posting;

import centrasage.simulator.http.FaultKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test of a write of which nobody can say what became of it, for each way to lose the answer: before the commit and after it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@EnumSource(
        value = FaultKind.class,
        names = {
            "RESET_AFTER_COMMIT",
            "GATEWAY_TIMEOUT_AFTER_COMMIT",
            "MALFORMED_AFTER_COMMIT",
            "TIMEOUT_AFTER_COMMIT",
            "RESET_BEFORE_COMMIT",
            "GATEWAY_TIMEOUT_BEFORE_COMMIT",
            "SERVER_ERROR"
        })
public @interface LosesItsAnswer {}
