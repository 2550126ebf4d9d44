package centrasage.jobs;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The parameters of a run as the store keeps them. */
final class Parameters {
    private Parameters() {}

    static String write(Map<String, String> parameters) {
        StringWriter text = new StringWriter();
        new TreeMap<>(parameters)
                .forEach((name, value) -> text.append(name.replaceAll("[=:\\s]", "_"))
                        .append('=')
                        .append(value.replace("\\", "\\\\").replace("\n", "\\n"))
                        .append('\n'));
        return text.toString();
    }

    static Map<String, String> read(String text) {
        Properties properties = properties(text);
        Map<String, String> parameters = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> parameters.put(name, properties.getProperty(name)));
        return parameters;
    }

    private static Properties properties(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException("a string is always readable", e);
        }
        return properties;
    }

    static Properties of(Map<String, String> parameters) {
        Properties properties = new Properties();
        parameters.forEach(properties::setProperty);
        return properties;
    }
}
