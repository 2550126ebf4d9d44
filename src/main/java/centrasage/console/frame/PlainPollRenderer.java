package centrasage.console.frame;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.primefaces.component.poll.PollRenderer;

/** PrimeFaces' poll without the inline style of its place holder, which our content security policy forbids. */
public final class PlainPollRenderer extends PollRenderer {
    @Override
    protected void renderDummyMarkup(FacesContext context, UIComponent component, String clientId) throws IOException {
        ResponseWriter writer = context.getResponseWriter();
        writer.startElement("div", component);
        writer.writeAttribute("id", clientId, "id");
        writer.writeAttribute("hidden", "hidden", null);
        writer.endElement("div");
    }
}
