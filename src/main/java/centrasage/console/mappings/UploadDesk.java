package centrasage.console.mappings;

import centrasage.console.api.mappings.ZippedFiles;
import centrasage.console.api.problem.Refusal;
import centrasage.mapping.MappingFiles;
import centrasage.mapping.SheetForm;
import centrasage.mapping.sheet.Grid;
import centrasage.mapping.version.MappingVersions;
import centrasage.sync.changes.Drafts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Files that people choose on their machine: they become drafts as they are, right or wrong, and go the same way as what was typed. Of a
 * zip each CSV file is the sheet of its name.
 */
@Named
@RequestScoped
public class UploadDesk {
    private static final int BYTES_MAX = 16 * 1024 * 1024;

    private SheetPage page;
    private Editor editor;
    private Drafts drafts;
    private MappingVersions versions;
    private @Nullable Part file;

    @SuppressWarnings("NullAway.Init")
    UploadDesk() {}

    @Inject
    UploadDesk(SheetPage page, Editor editor, Drafts drafts, MappingVersions versions) {
        this.page = page;
        this.editor = editor;
        this.drafts = drafts;
        this.versions = versions;
    }

    public void upload() throws IOException {
        editor.act(() -> {
            Told told = uploaded();
            if (told == Told.UPLOADED && !page.given()) {
                return "mapping-change.xhtml?done=" + told.part();
            }
            return (page.given() ? page.narrowed("done", told.part()) : "mappings.xhtml?done=" + told.part());
        });
    }

    private Told uploaded() {
        Part sent = file;
        if (sent == null || sent.getSize() == 0) {
            return Told.NO_FILE;
        }
        try (InputStream content = sent.getInputStream()) {
            byte[] bytes = content.readNBytes(BYTES_MAX + 1);
            MappingFiles files = files(name(sent), bytes);
            return bytes.length > BYTES_MAX || files.isEmpty() ? Told.BAD_FILE : kept(files);
        } catch (Refusal e) {
            return Told.BAD_FILE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Part sent) {
        String name = Optional.ofNullable(sent.getSubmittedFileName()).orElse("");
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** A file that is sent for a sheet is that sheet's, whatever it is called: browsers add to names. */
    private MappingFiles files(String name, byte[] bytes) {
        MappingFiles files = new MappingFiles();
        if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return ZippedFiles.in(new ByteArrayInputStream(bytes), BYTES_MAX);
        }
        if (page.given()) {
            files.add(page.form().file(), bytes);
        } else if (SheetForm.named(name).isPresent()) {
            files.add(name, bytes);
        }
        return files;
    }

    /** Nothing is kept of files of which one is no text: its bytes are no draft that could be shown. */
    private Told kept(MappingFiles files) {
        List<SheetForm> known = new ArrayList<>();
        files.texts().keySet().forEach(name -> SheetForm.named(name).ifPresent(known::add));
        if (known.isEmpty() || known.size() < files.texts().size()) {
            return Told.BAD_FILE;
        }
        int base = versions.currentNumber();
        known.forEach(form -> {
            String text = Optional.ofNullable(files.texts().get(form.file())).orElse("");
            drafts.keep(
                    editor.name(),
                    form.file(),
                    base,
                    Grid.of(form, text).map(Grid::text).orElse(text));
        });
        return Told.UPLOADED;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
