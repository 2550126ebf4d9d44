package centrasage.reconcile.mapping;

import centrasage.mapping.MappingLine;
import centrasage.mapping.version.NumberedMappings;
import centrasage.sage200.Site;
import centrasage.sage200.SiteSurvey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that the check of the mappings looks at, as it was in one moment.
 *
 * @param site of the company that is connected
 * @param today expired rows before it are left alone
 * @param unmapped what held orders wait for
 * @param seedNotice what is to be said of the seed folder
 */
record MappingSituation(
        NumberedMappings mappings,
        Site site,
        SiteSurvey survey,
        LocalDate today,
        List<Unmapped> unmapped,
        Optional<String> seedNotice) {
    MappingSituation {
        unmapped = List.copyOf(unmapped);
    }

    /** The rows of a file that hold now or later, for the company that is connected. */
    List<MappingLine> lines(String file) {
        return mappings.mappings().lines().stream()
                .filter(line -> line.file().equals(file))
                .filter(line -> line.to() == null || !line.to().isBefore(today))
                .filter(line -> isOurs(line.get("company")))
                .toList();
    }

    /** Empty is any company, and of accounts the one that is connected. */
    boolean isOurs(String company) {
        return company.isEmpty() || company.equals(site.company());
    }
}
