package centrasage.reconcile.site;

import centrasage.mapping.MappingLine;
import centrasage.reconcile.finding.CompanyRows;
import centrasage.sage200.SiteSurvey;
import java.util.List;

/**
 * All that the check of the site looks at of one company, as it was in one moment.
 *
 * @param rows of the mappings in force: they say what will be asked of the company
 * @param allocates whether {@code orders.allocate} wants stock allocated
 * @param wantsReturns whether {@code refunds.credit-as} wants sales returns
 */
record SiteSituation(SiteSurvey survey, CompanyRows rows, boolean allocates, boolean wantsReturns) {

    /** The rows of a file that hold now or later, for this company. */
    List<MappingLine> lines(String file) {
        return rows.of(file);
    }
}
