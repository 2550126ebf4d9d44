package centrasage.reconcile.site;

import centrasage.mapping.MappingLine;
import centrasage.sage200.SiteSurvey;
import java.time.LocalDate;
import java.util.List;

/**
 * All that the check of the site looks at, as it was in one moment.
 *
 * @param lines every row of the mappings in force: they say what will be asked of the site
 * @param allocates whether {@code orders.allocate} wants stock allocated
 */
record SiteSituation(SiteSurvey survey, List<MappingLine> lines, LocalDate today, boolean allocates) {
    SiteSituation {
        lines = List.copyOf(lines);
    }

    /** The rows of a file that hold now or later, for the company that is looked at. */
    List<MappingLine> lines(String file) {
        return lines.stream()
                .filter(line -> line.file().equals(file))
                .filter(line -> line.to() == null || !line.to().isBefore(today))
                .filter(line ->
                        line.get("company").isEmpty() || line.get("company").equals(survey.company()))
                .toList();
    }
}
