package io.microscape.source.osm;

import io.microscape.source.ImportLimits;
import io.microscape.source.osm.OsmRelation.Member;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** OSM XML 0.6, also as JOSM and Overpass write it. DTDs and with them entities are refused. */
final class OsmXml {
    private static final int DECLARATION_BYTES = 256;
    private static final Pattern ENCODING =
            Pattern.compile("^\\W*<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");

    private final BoundedInputStream in;
    private final ImportLimits limits;
    private XMLStreamReader xml;
    private final Map<String, String> tags = new HashMap<>();
    private final LongList nodes = new LongList();
    private final List<Member> members = new ArrayList<>();

    OsmXml(BoundedInputStream in, ImportLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    void accept(OsmVisitor visitor) throws IOException {
        try {
            xml = reader(characters());
            readRoot(visitor);
        } catch (XMLStreamException e) {
            // the parser wraps what the stream threw
            if (e.getNestedException() instanceof DamagedOsmException cause) {
                throw cause;
            }
            throw new DamagedOsmException(
                    "the XML is damaged or cut off near line "
                            + (e.getLocation() == null ? "?" : e.getLocation().getLineNumber()),
                    e);
        }
    }

    private static XMLStreamReader reader(Reader characters) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory.createXMLStreamReader(characters);
    }

    /**
     * The file's characters by its byte order mark, else by its XML declaration, else as UTF-8. The parser could do that
     * too, but prints to the console when bytes are no characters.
     */
    private Reader characters() throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in);
        bytes.mark(DECLARATION_BYTES);
        String head = new String(bytes.readNBytes(DECLARATION_BYTES), StandardCharsets.ISO_8859_1);
        bytes.reset();
        if (head.startsWith("\u00fe\u00ff") || head.startsWith("\u00ff\u00fe")) {
            return new InputStreamReader(bytes, StandardCharsets.UTF_16.newDecoder());
        }
        if (head.startsWith("\u00ef\u00bb\u00bf")) {
            bytes.skipNBytes(3);
        }
        Matcher declared = ENCODING.matcher(head);
        try {
            Charset charset = declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
            return new InputStreamReader(bytes, charset.newDecoder());
        } catch (IllegalArgumentException e) {
            throw new DamagedOsmException("its encoding " + declared.group(1) + " is not known", e);
        }
    }

    private void readRoot(OsmVisitor visitor) throws XMLStreamException, IOException {
        boolean rootSeen = false;
        while (xml.hasNext()) {
            int event = xml.next();
            in.tokenDone();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new DamagedOsmException("it has a DOCTYPE or entities, which OSM files do not have");
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (!rootSeen) {
                requireOsmRoot();
                rootSeen = true;
            } else {
                readElement(visitor);
            }
        }
    }

    private void requireOsmRoot() throws DamagedOsmException {
        String root = xml.getLocalName();
        if (!root.equals("osm")) {
            throw new DamagedOsmException("its root element is <" + root + ">, not <osm>"
                    + (root.equals("osmChange") ? " (a change file has no state of its own)" : ""));
        }
    }

    private void readElement(OsmVisitor visitor) throws XMLStreamException, IOException {
        String name = xml.getLocalName();
        if (!name.equals(visitor.visits().key())) {
            return;
        }
        long id = requiredLong("id");
        int version = version();
        boolean deleted = "false".equals(attribute("visible")) || "delete".equals(attribute("action"));
        switch (visitor.visits()) {
            case NODE -> {
                double lon = degrees("lon", 180);
                double lat = degrees("lat", 90);
                readChildren(name, id);
                visitor.node(new OsmNode(id, version, deleted, lon, lat, Map.copyOf(tags)));
            }
            case WAY -> {
                readChildren(name, id);
                visitor.way(new OsmWay(id, version, deleted, nodes.toArray(), Map.copyOf(tags)));
            }
            case RELATION -> {
                readChildren(name, id);
                visitor.relation(new OsmRelation(id, version, deleted, List.copyOf(members), Map.copyOf(tags)));
            }
        }
    }

    /** Reads tags, node references and members up to the end of the element. */
    private void readChildren(String name, long id) throws XMLStreamException, IOException {
        tags.clear();
        nodes.clear();
        members.clear();
        while (true) {
            int event = xml.next();
            in.tokenDone();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(name)) {
                return;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "tag" -> tags.put(required("k"), required("v"));
                case "nd" -> nodes.add(requiredLong("ref"));
                case "member" -> member();
                default -> {
                    // Overpass puts bounds and centres here; nothing of ours
                }
            }
            if (nodes.size() > limits.maxCoordinates() || members.size() > limits.maxCoordinates()) {
                throw new DamagedOsmException(name + " " + id + " has more than " + limits.maxCoordinates()
                        + " parts (limit MICROSCAPE_MAX_COORDINATES)");
            }
        }
    }

    private void member() throws DamagedOsmException {
        ElementType type = switch (required("type")) {
            case "node" -> ElementType.NODE;
            case "way" -> ElementType.WAY;
            case "relation" -> ElementType.RELATION;
            default -> throw damaged("type");
        };
        String role = attribute("role");
        members.add(new Member(type, requiredLong("ref"), role == null ? "" : role));
    }

    private int version() throws DamagedOsmException {
        String value = attribute("version");
        try {
            return value == null ? 0 : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw damaged("version");
        }
    }

    private double degrees(String attribute, double bound) throws DamagedOsmException {
        String value = attribute(attribute);
        if (value == null) {
            return Double.NaN;
        }
        try {
            double degrees = Double.parseDouble(value);
            if (Math.abs(degrees) <= bound) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw damaged(attribute);
    }

    private long requiredLong(String attribute) throws DamagedOsmException {
        try {
            return Long.parseLong(required(attribute));
        } catch (NumberFormatException e) {
            throw damaged(attribute);
        }
    }

    private String required(String attribute) throws DamagedOsmException {
        String value = attribute(attribute);
        if (value == null) {
            throw new DamagedOsmException("line " + xml.getLocation().getLineNumber() + ": <" + xml.getLocalName()
                    + "> without " + attribute);
        }
        return value;
    }

    private String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    private DamagedOsmException damaged(String attribute) {
        return new DamagedOsmException("line " + xml.getLocation().getLineNumber() + ": <" + xml.getLocalName()
                + "> has " + attribute + "=\"" + attribute(attribute) + "\"");
    }
}
