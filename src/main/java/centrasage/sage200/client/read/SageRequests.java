package centrasage.sage200.client.read;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;

/**
 * What every read has in common: the site, and a space in a query written as {@code %20}. The REST client writes {@code +},
 * which is a space only to parsers of forms; a parser of OData options may take it for a plus, and a filter that matches
 * nothing looks exactly like "not there yet".
 */
final class SageRequests implements ClientRequestFilter {
    private final String site;

    SageRequests(String site) {
        this.site = site;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle("X-Site", site);
        URI uri = request.getUri();
        String query = uri.getRawQuery();
        if (query != null && query.contains("+")) {
            String text = uri.toString();
            String base = text.substring(0, text.length() - query.length());
            request.setUri(URI.create(base + query.replace("+", "%20")));
        }
    }
}
