package centrasage.desk.rule;

import centrasage.flow.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What exceptions have in common that one deed mends: the code of the first reason and, where its words name a thing of Sage 200's or
 * of the mappings' that is missing or wrong, that thing in its company. {@code UNKNOWN_SKU/33/TD-0042-M}, or {@code TOTAL_DIFFERS} alone.
 */
public record CauseKey(String code, String company, String about) {
    private static final int LENGTH_MAX = 200;

    /** A code of letters and digits after the name of what it is a code of; a word of the sentence has no capital and no digit. */
    private static final Pattern THING = Pattern.compile(
            "\\b(?:product|SKU|customer account|account|warehouse|additional charge|charge|tax code|shipping option|nominal|gateway|country)"
                    + " ([\\p{L}\\p{N}][\\p{L}\\p{N}._/-]*)");

    private static final Pattern CODE = Pattern.compile(".*[\\p{Lu}\\p{N}].*");

    /** @param ofPlan whether it is about what could not be posted, and not about what was found wanting afterwards */
    public static CauseKey of(boolean ofPlan, String company, Reason first) {
        return new CauseKey(first.code(), company, ofPlan ? thing(first.what()) : "");
    }

    private static String thing(String words) {
        Matcher found = THING.matcher(words);
        while (found.find()) {
            String thing = found.group(1).replaceAll("[._/-]+$", "");
            if (CODE.matcher(thing).matches()) {
                return thing;
            }
        }
        return "";
    }

    /** As {@link #key} wrote it. */
    public static CauseKey read(String key) {
        String[] parts = key.split("/", 3);
        return parts.length == 3 ? new CauseKey(parts[0], parts[1], parts[2]) : new CauseKey(key, "", "");
    }

    public String key() {
        String key = about.isEmpty() ? code : code + "/" + company + "/" + about;
        return key.substring(0, Math.min(key.length(), LENGTH_MAX));
    }
}
