package centrasage.console.runs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a job's XML says of it at its head, and its steps.
 *
 * @param answers by question, such as {@code Restarts from}, in the order of the file
 * @param steps by name, in the order of the file
 */
public record JobStory(Map<String, String> answers, List<String> steps) {
    private static final Pattern STEP = Pattern.compile("<step id=\"([^\"]+)\"");
    private static final Pattern QUESTION =
            Pattern.compile("(From|To|When|One item is|Skips when|Holds when|Restarts from|Safe to re-run):\\s+(.*)");

    /** Empty for a job that does not exist. */
    public static JobStory of(String job) {
        try (InputStream xml = JobStory.class.getResourceAsStream("/META-INF/batch-jobs/" + job + ".xml")) {
            return in(xml == null ? "" : new String(xml.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the application is damaged: the job " + job + " cannot be read", e);
        }
    }

    static JobStory in(String xml) {
        Map<String, String> answers = new LinkedHashMap<>();
        String last = "";
        int end = Math.max(0, xml.indexOf("-->"));
        for (String line : xml.substring(0, end).lines().map(String::strip).toList()) {
            Matcher question = QUESTION.matcher(line);
            if (question.matches()) {
                last = question.group(1);
                answers.put(last, question.group(2));
            } else if (!last.isEmpty() && !line.isEmpty()) {
                answers.merge(last, line, (before, more) -> before + " " + more);
            }
        }
        List<String> steps = new ArrayList<>();
        Matcher step = STEP.matcher(xml);
        while (step.find()) {
            steps.add(step.group(1));
        }
        return new JobStory(answers, steps);
    }

    public String answer(String question) {
        return answers.getOrDefault(question, "");
    }

    /** Whether it sends documents to the other side itself. */
    public boolean posts() {
        return steps.stream().anyMatch(step -> step.startsWith("post"));
    }

    /** A step as people say it: {@code Plan allocations}. */
    public static String title(String step) {
        String words = step.replace('-', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
