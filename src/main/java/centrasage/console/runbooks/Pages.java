package centrasage.console.runbooks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Turns a page of the handbook into HTML. What is HTML in it is shown as text, addresses are cleaned, and what leads to another page
 * of the handbook leads to it in the console; what leads anywhere else in the repository is text only.
 */
final class Pages {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    private final Handbook handbook;

    Pages(Handbook handbook) {
        this.handbook = handbook;
    }

    /** Empty where there is no page of this name. */
    String html(String name) {
        return handbook.text(name).map(text -> render(name, text)).orElse("");
    }

    private String render(String name, String text) {
        Node page = PARSER.parse(text);
        page.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                visitChildren(link);
                turn(name, link);
            }
        });
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> Pages::anchor)
                .build()
                .render(page);
    }

    /** Where a link leads to in the console; a link that leads nowhere there gives way to its words. */
    private void turn(String name, Link link) {
        String to = address(name, link.getDestination());
        if (to.isEmpty()) {
            Node child = link.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                link.insertBefore(child);
                child = next;
            }
            link.unlink();
        } else {
            link.setDestination(to);
        }
    }

    /** Empty where the console has nothing there. */
    String address(String from, String destination) {
        if (destination.startsWith("#") || destination.startsWith("https://")) {
            return destination;
        }
        String[] parts = destination.split("#", 2);
        String name = name(from, parts[0]);
        boolean there = parts[0].endsWith(".md") && handbook.text(name).isPresent();
        return there ? "runbook.xhtml?name=" + name + (parts.length > 1 ? "#" + parts[1] : "") : "";
    }

    /** The name of the page to which a path leads that stands in another page. */
    static String name(String from, String path) {
        String plain = path.replaceAll("\\.md$", "");
        if (from.startsWith(Handbook.DOCS)) {
            return plain.startsWith("operations/")
                    ? plain.substring("operations/".length())
                    : Handbook.DOCS + plain.replaceFirst("^\\.\\./", "");
        }
        return plain.startsWith("../") ? Handbook.DOCS + plain.substring(3) : plain;
    }

    /** As GitHub names headings, so that links into pages hold. */
    private static void anchor(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading) {
            attributes.put("id", slug(node));
        }
    }

    static String slug(Node heading) {
        StringBuilder words = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
