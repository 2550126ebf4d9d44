package centrasage.console.runs;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.jobs.run.JobParameters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a person wants a run to be given, as the address or the form says it: each parameter that the job takes, by its name behind
 * {@code run-}.
 */
public record RunWish(String job, Map<String, String> given) {
    private static final String PART = "run-";
    private static final String PREVIEW = "preview";

    /** A field of the form. */
    public record Field(String name, String label, String hint, String value, boolean day) {}

    public static RunWish of(String job, Asked asked) {
        Map<String, String> given = new TreeMap<>();
        JobParameters.of(job).forEach(name -> asked.text(PART + name).ifPresent(value -> given.put(name, value)));
        return new RunWish(job, given);
    }

    /** What this request asks for. */
    public static RunWish now(String job) {
        return of(job, Asked.now());
    }

    /** The fields to fill in; whether it is a preview is asked by two buttons instead. */
    public List<Field> fields() {
        return JobParameters.of(job).stream()
                .filter(name -> !name.equals(PREVIEW))
                .map(this::field)
                .toList();
    }

    private Field field(String name) {
        boolean numbers = job.equals("order-backfill");
        String label = switch (name) {
            case "from" -> numbers ? "From order number or day" : "First day";
            case "to" -> numbers ? "To order number or day" : "Last day";
            default -> JobStory.title(name);
        };
        String hint = numbers ? "10200 or 2026-11-28" : "2026-11-28";
        return new Field(PART + name, label, hint, given.getOrDefault(name, ""), !numbers);
    }

    /** Whether the job can count what it would do, and write nothing. */
    public boolean canPreview() {
        return JobParameters.of(job).contains(PREVIEW);
    }

    public RunWish previewing(boolean preview) {
        Map<String, String> changed = new TreeMap<>(given);
        changed.put(PREVIEW, Boolean.toString(preview));
        return new RunWish(job, changed);
    }

    /** Whether it is said that it shall not be a preview. */
    public boolean posts() {
        return canPreview() && "false".equals(given.get(PREVIEW));
    }

    /** The page that asks whether this shall be done. */
    public Address asking() {
        Address address = Address.of("job.xhtml").with("job", job).with("ask", "run");
        for (Map.Entry<String, String> each : given.entrySet()) {
            address = address.with(PART + each.getKey(), each.getValue());
        }
        return address;
    }

    /** As hidden fields of a form. */
    public Map<String, String> parts() {
        Map<String, String> parts = new TreeMap<>();
        given.forEach((name, value) -> parts.put(PART + name, value));
        return parts;
    }
}
