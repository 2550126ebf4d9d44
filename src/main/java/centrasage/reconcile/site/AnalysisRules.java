package centrasage.reconcile.site;

import static centrasage.flow.Owner.FINANCE;

import centrasage.mapping.MappingLine;
import centrasage.reconcile.finding.CheckCode;
import centrasage.reconcile.finding.Place;
import centrasage.reconcile.site.Findings.Rule;
import centrasage.sage200.SiteSurvey.Facts;
import centrasage.sage200.SiteSurvey.Register;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether every analysis code that Sage insists on is filled by {@code analysis.csv}, and every one filled may be. */
final class AnalysisRules {
    private static final String FILE = "analysis.csv";

    private final SiteSituation situation;
    private final Findings findings;

    AnalysisRules(SiteSituation situation, Findings findings) {
        this.situation = situation;
        this.findings = findings;
    }

    void run() {
        situation
                .survey()
                .of(Register.ANALYSIS)
                .match(
                        seen -> {
                            compare(seen.rows().stream()
                                    .filter(AnalysisRules::isOfOrders)
                                    .toList());
                            return true;
                        },
                        unread -> {
                            findings.unread(
                                    Register.ANALYSIS,
                                    "",
                                    unread.why(),
                                    CheckCode.ANALYSIS_MANDATORY,
                                    CheckCode.ANALYSIS_READ_ONLY,
                                    CheckCode.ANALYSIS_NOT_SET_UP);
                            return false;
                        });
        amendable("order", "amend_header_analysis_codes");
        amendable("line", "amend_analysis_codes");
    }

    private void compare(List<Facts> codes) {
        Set<String> filled = situation.lines(FILE).stream()
                .filter(line -> line.holdsOn(situation.rows().today()))
                .map(AnalysisRules::name)
                .collect(Collectors.toSet());
        Set<String> setUp = codes.stream().map(AnalysisRules::name).collect(Collectors.toSet());
        codes.forEach(code -> code(code, filled));
        situation.lines(FILE).stream()
                .filter(line -> line.get("field").startsWith("analysis_code") && !setUp.contains(name(line)))
                .forEach(line -> findings.tell(
                        CheckCode.ANALYSIS_NOT_SET_UP,
                        Place.of(line, "field"),
                        "Sage 200 has no " + line.get("field") + " for " + words(line.get("document")),
                        "Set the analysis code up in Sage 200, or correct analysis.csv"));
    }

    private void code(Facts code, Set<String> filled) {
        String name = name(code);
        String title = code.text("friendly_property_name") + " (" + name + ")";
        Place place = Place.of(Register.ANALYSIS, "is_mandatory", code.text("is_mandatory"));
        boolean mandatory = code.flag("is_mandatory").orElse(false);
        if (code.flag("is_mandatory").isEmpty()) {
            findings.unread(
                    Register.ANALYSIS,
                    "is_mandatory",
                    "Sage 200 does not say whether " + title + " is mandatory",
                    CheckCode.ANALYSIS_MANDATORY);
        } else if (mandatory && !filled.contains(name)) {
            findings.tell(
                    CheckCode.ANALYSIS_MANDATORY,
                    place,
                    "Sage 200 insists on " + title + ", and analysis.csv does not fill it",
                    "Add a row for it to analysis.csv, or make it optional in Sage 200");
        } else if (mandatory) {
            findings.fine(CheckCode.ANALYSIS_MANDATORY, place, title + " is mandatory, and filled");
        }
        if (filled.contains(name) && code.flag("is_read_only").orElse(false)) {
            findings.tell(
                    CheckCode.ANALYSIS_READ_ONLY,
                    Place.of(Register.ANALYSIS, "is_read_only", "true"),
                    title + " is read-only in Sage 200, and analysis.csv fills it",
                    "Let it be changed in Sage 200, or remove its row of analysis.csv");
        }
    }

    private void amendable(String document, String field) {
        boolean fills = situation.lines(FILE).stream().anyMatch(line -> document.equals(documentOf(line)));
        if (fills) {
            Rule rule = new Rule(
                    Register.SOP_SETTINGS,
                    field,
                    true,
                    CheckCode.ANALYSIS_NOT_AMENDABLE,
                    FINANCE,
                    "Analysis codes cannot be set on " + words(document) + ", and analysis.csv fills some",
                    "Allow them to be changed (SOP Settings), or remove those rows of analysis.csv");
            situation.survey().rows(Register.SOP_SETTINGS).stream()
                    .findFirst()
                    .ifPresentOrElse(
                            row -> findings.judge(rule, row),
                            () -> findings.unread(
                                    Register.SOP_SETTINGS, field, "Sage 200 does not say " + field, rule.code()));
        }
    }

    /** What the class is called exactly is not documented: an order's name holds SOPOrder, a line's Line as well. */
    private static boolean isOfOrders(Facts code) {
        return code.text("class_name").contains("SOPOrder");
    }

    /** {@code order.analysis_code_2}. */
    private static String name(Facts code) {
        String document = code.text("class_name").contains("Line") ? "line" : "order";
        return document + ".analysis_code_" + code.text("slot");
    }

    private static String name(MappingLine line) {
        return documentOf(line) + "." + line.get("field");
    }

    /** Charges are lines of an order, with the same analysis codes. */
    private static String documentOf(MappingLine line) {
        return line.get("document").equals("order") ? "order" : "line";
    }

    private static String words(String document) {
        return document.equals("order") ? "orders" : "order lines";
    }
}
