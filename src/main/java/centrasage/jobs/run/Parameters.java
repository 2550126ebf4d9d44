package centrasage.jobs.run;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The parameters of a run as the store keeps them: a JSON object. */
public final class Parameters {
    private Parameters() {}

    static String write(Map<String, String> parameters) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        new TreeMap<>(parameters).forEach(object::add);
        return object.build().toString();
    }

    public static Map<String, String> read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject object = reader.readObject();
            Map<String, String> parameters = new TreeMap<>();
            object.keySet().forEach(name -> parameters.put(name, object.getString(name)));
            return parameters;
        }
    }

    static Properties of(Map<String, String> parameters) {
        Properties properties = new Properties();
        parameters.forEach(properties::setProperty);
        return properties;
    }
}
