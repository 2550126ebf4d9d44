package centrasage.console.mappings;

import centrasage.desk.BusinessException;
import centrasage.mapping.SheetForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.regex.Pattern;

/** From what holds a document to the sheet that mends it, for every page that shows exceptions. */
@Named
@ApplicationScoped
public class MappingLinks {
    private static final Pattern FILE = Pattern.compile("\\b([a-z]+)\\.csv\\b");

    /** The address of the sheet, with the row that it waits for begun; empty where no mapping mends it. */
    public String of(BusinessException exception) {
        return exception.reasons().stream()
                .flatMap(reason -> FILE.matcher(reason.remedy() + "\n" + reason.what())
                        .results()
                        .map(found -> found.group(1)))
                .flatMap(name -> SheetForm.named(name).stream())
                .findFirst()
                .map(form -> "mappings.xhtml?sheet=" + form.name() + "&exception=" + exception.id())
                .orElse("");
    }
}
