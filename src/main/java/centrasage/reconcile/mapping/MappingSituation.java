package centrasage.reconcile.mapping;

import centrasage.mapping.MappingLine;
import centrasage.mapping.Mappings;
import centrasage.reconcile.finding.CompanyRows;
import centrasage.sage200.Site;
import centrasage.sage200.SiteSurvey;
import java.time.LocalDate;
import java.util.List;

/**
 * All that the check of the mappings looks at of one company, as it was in one moment.
 *
 * @param rows for the company
 * @param clearsPennies whether what rounding leaves open is to be cleared: {@code open-items.residue}
 */
record MappingSituation(Mappings mappings, CompanyRows rows, Site site, SiteSurvey survey, boolean clearsPennies) {

    /** The rows of a file that hold now or later, for this company. */
    List<MappingLine> lines(String file) {
        return rows.of(file);
    }

    LocalDate today() {
        return rows.today();
    }
}
