package centrasage.launch.settings;

import java.util.List;
import java.util.Optional;

/**
 * A choice between some words, in upper or lower case.
 *
 * @param allowed as the application writes them
 * @param otherwise what is said of any other word
 */
record OneOf(List<String> allowed, String otherwise) implements Setting.Check {

    @Override
    public Optional<String> fault(String value) {
        return meant(value).isPresent() ? Optional.empty() : Optional.of(otherwise);
    }

    @Override
    public String canonical(String value) {
        return meant(value).orElse(value);
    }

    private Optional<String> meant(String value) {
        return allowed.stream().filter(value::equalsIgnoreCase).findFirst();
    }
}
