package io.microscape.ogc;

import io.microscape.atlas.Atlas;
import java.util.Arrays;
import java.util.List;

/**
 * The capabilities document: service metadata, operations and layers (OGC 06-042 annex E.1, OGC 01-068r3 annex A.1).
 * Written with StAX, not bound to classes: the document is a listing that nobody reads back.
 */
final class WmsCapabilities {
    private static final String DTD = "<!DOCTYPE WMT_MS_Capabilities SYSTEM"
            + " \"http://schemas.opengis.net/wms/1.1.1/WMS_MS_Capabilities.dtd\">";
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    private final Atlas atlas;
    private final LegendGraphic legends;
    private final WmsSettings settings;

    WmsCapabilities(Atlas atlas, LegendGraphic legends, WmsSettings settings) {
        this.atlas = atlas;
        this.legends = legends;
        this.settings = settings;
    }

    /**
     * Writes the document.
     *
     * @param serviceUrl address of the service as the client sees it, without a query
     */
    WmsResponse write(WmsVersion version, String serviceUrl, TextLanguage language) {
        boolean modern = version == WmsVersion.V1_3_0;
        // Read before the layers: a publication in between makes clients ask once more, never once too seldom.
        String updateSequence = Long.toString(atlas.updateSequence());
        XmlDocument document = new XmlDocument(modern ? null : DTD);
        if (modern) {
            document.start(
                    "WMS_Capabilities",
                    "version",
                    version.number(),
                    "updateSequence",
                    updateSequence,
                    "xmlns",
                    "http://www.opengis.net/wms",
                    "xmlns:xlink",
                    XLINK,
                    "xmlns:sld",
                    "http://www.opengis.net/sld",
                    "xmlns:xsi",
                    "http://www.w3.org/2001/XMLSchema-instance",
                    "xsi:schemaLocation",
                    "http://www.opengis.net/wms http://schemas.opengis.net/wms/1.3.0/capabilities_1_3_0.xsd"
                            + " http://www.opengis.net/sld"
                            + " http://schemas.opengis.net/sld/1.1.0/sld_capabilities.xsd");
        } else {
            document.start("WMT_MS_Capabilities", "version", version.number(), "updateSequence", updateSequence);
        }
        writeService(document, version, serviceUrl, language);
        document.start("Capability");
        writeOperations(document, version, serviceUrl);
        document.start("Exception");
        Arrays.stream(ExceptionFormat.values()).forEach(format -> document.element("Format", format.name(version)));
        document.end();
        new CapabilitiesLayers(document, version, serviceUrl, language, legends)
                .write(new LayerNames(atlas).byStudy(), settings);
        document.end().end();
        String type = modern ? "text/xml;charset=UTF-8" : "application/vnd.ogc.wms_xml;charset=UTF-8";
        return WmsResponse.of(type, document.toBytes());
    }

    /** An element that points to an address. */
    static void onlineResource(XmlDocument document, String address) {
        document.empty("OnlineResource", "xmlns:xlink", XLINK, "xlink:type", "simple", "xlink:href", address);
    }

    /** A KeywordList, or nothing if there are no keywords. */
    static void keywords(XmlDocument document, List<String> keywords) {
        if (!keywords.isEmpty()) {
            document.start("KeywordList");
            keywords.forEach(keyword -> document.element("Keyword", keyword));
            document.end();
        }
    }

    private void writeService(XmlDocument document, WmsVersion version, String serviceUrl, TextLanguage language) {
        document.start("Service");
        document.element("Name", version == WmsVersion.V1_3_0 ? "WMS" : "OGC:WMS");
        document.element("Title", language.of(settings.title()));
        document.element("Abstract", language.of(settings.description()));
        keywords(document, settings.keywords());
        onlineResource(document, serviceUrl + "?");
        if (settings.contact() != null) {
            writeContact(document, settings.contact());
        }
        document.element("Fees", settings.fees());
        document.element("AccessConstraints", settings.accessConstraints());
        if (version == WmsVersion.V1_3_0) {
            document.element("LayerLimit", Integer.toString(settings.maxLayers()));
            document.element("MaxWidth", Integer.toString(settings.maxWidth()));
            document.element("MaxHeight", Integer.toString(settings.maxHeight()));
        }
        document.end();
    }

    private static void writeContact(XmlDocument document, WmsSettings.Contact contact) {
        document.start("ContactInformation");
        document.start("ContactPersonPrimary")
                .element("ContactPerson", orEmpty(contact.person()))
                .element("ContactOrganization", orEmpty(contact.organization()))
                .end();
        document.optional("ContactPosition", contact.position());
        document.start("ContactAddress")
                .element("AddressType", "postal")
                .element("Address", orEmpty(contact.address()))
                .element("City", orEmpty(contact.city()))
                .element("StateOrProvince", orEmpty(contact.province()))
                .element("PostCode", orEmpty(contact.postcode()))
                .element("Country", orEmpty(contact.country()))
                .end();
        document.optional("ContactVoiceTelephone", contact.phone());
        document.optional("ContactElectronicMailAddress", contact.email());
        document.end();
    }

    private static void writeOperations(XmlDocument document, WmsVersion version, String serviceUrl) {
        boolean modern = version == WmsVersion.V1_3_0;
        document.start("Request");
        writeOperation(
                document, "GetCapabilities", List.of(modern ? "text/xml" : "application/vnd.ogc.wms_xml"), serviceUrl);
        writeOperation(document, "GetMap", ImageFormat.mimeTypes(), serviceUrl);
        writeOperation(document, "GetFeatureInfo", FeatureInfoFormat.mimeTypes(), serviceUrl);
        writeOperation(
                document,
                modern ? "sld:GetLegendGraphic" : "GetLegendGraphic",
                GetLegendGraphicRequest.mimeTypes(),
                serviceUrl);
        document.end();
    }

    private static void writeOperation(XmlDocument document, String name, List<String> formats, String serviceUrl) {
        document.start(name);
        formats.forEach(format -> document.element("Format", format));
        document.start("DCPType").start("HTTP").start("Get");
        onlineResource(document, serviceUrl + "?");
        document.end().end().end();
        document.end();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
