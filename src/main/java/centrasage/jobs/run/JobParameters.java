package centrasage.jobs.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters that a job takes: those that its XML asks for, as {@code #{jobParameters['name']}}. */
public final class JobParameters {
    private static final Pattern ASKED_FOR = Pattern.compile("jobParameters\\['([^']+)'\\]");

    private JobParameters() {}

    /** Empty for a job that takes none, and for one that does not exist. */
    public static Set<String> of(String job) {
        try (InputStream xml = JobParameters.class.getResourceAsStream("/META-INF/batch-jobs/" + job + ".xml")) {
            return xml == null ? Set.of() : in(new String(xml.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the application is damaged: the job " + job + " cannot be read", e);
        }
    }

    static Set<String> in(String xml) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = ASKED_FOR.matcher(xml);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
