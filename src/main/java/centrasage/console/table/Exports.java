package centrasage.console.table;

import centrasage.console.frame.Asked;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A list as a file for a spreadsheet, of exactly what the page's address filters: each page that has a list calls it first. */
@Named
@RequestScoped
public class Exports {
    private ZoneId zone;

    @SuppressWarnings("NullAway.Init")
    Exports() {}

    @Inject
    Exports(@ConfigProperty(name = "schedule.time-zone") ZoneId zone) {
        this.zone = zone;
    }

    /** The files there are. */
    enum Format {
        CSV("text/csv;charset=utf-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String type;

        Format(String type) {
            this.type = type;
        }
    }

    /** Answers with the file where the address asks for one ({@code as=csv}); else the page goes on. */
    public <T> void send(Listing<T> listing) throws IOException {
        Optional<Format> wanted = Asked.now().one("as", Format.class);
        if (wanted.isPresent()) {
            FacesContext faces = FacesContext.getCurrentInstance();
            write(listing, wanted.get(), faces.getExternalContext());
            faces.responseComplete();
        }
    }

    private <T> void write(Listing<T> listing, Format format, ExternalContext external) throws IOException {
        String file = listing.name() + "." + format.name().toLowerCase(Locale.ROOT);
        external.setResponseContentType(format.type);
        external.setResponseHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        try (OutputStream out = external.getResponseOutputStream()) {
            ListFile<T> written = new ListFile<>(listing, zone);
            if (format == Format.CSV) {
                written.csv(out);
            } else {
                written.xlsx(out);
            }
        }
    }
}
