package centrasage.launch.settings;

import java.util.Optional;

/**
 * One key of the configuration and what a value of it must look like.
 *
 * @param key the name as the operator writes it
 * @param required whether a start without a value is refused
 * @param secret whether the value is left out of every message
 * @param check tells what is wrong with a value, in words that end in the remedy; empty when nothing is
 */
record Setting(String key, boolean required, boolean secret, Check check) {

    @FunctionalInterface
    public interface Check {
        Optional<String> fault(String value);

        /** The value as the application writes it. */
        default String canonical(String value) {
            return value;
        }
    }

    static Setting of(String key, Check check) {
        return new Setting(key, false, false, check);
    }

    Setting mandatory() {
        return new Setting(key, true, secret, check);
    }

    Setting hidden() {
        return new Setting(key, required, true, check);
    }

    Optional<String> faultOf(String value) {
        return check.fault(value).map(fault -> key + (secret ? "" : " = \"" + value + "\"") + ": " + fault);
    }
}
