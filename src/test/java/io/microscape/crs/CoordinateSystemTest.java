package io.microscape.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.microscape.study.InvalidInputException;
import io.microscape.testing.SharedData;
import java.nio.file.Files;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.cs.AxisDirection;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

class CoordinateSystemTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EPSG:4547|EPSG:4547",
                "epsg:4547|EPSG:4547",
                "4547|EPSG:4547",
                "urn:ogc:def:crs:EPSG::4547|EPSG:4547",
                "urn:ogc:def:crs:EPSG:9.9:4547|EPSG:4547",
                "http://www.opengis.net/def/crs/EPSG/0/4547|EPSG:4547",
                "http://www.opengis.net/gml/srs/epsg.xml#4326|EPSG:4326",
                "CRS:84|CRS:84",
                "OGC:CRS84|CRS:84",
                "urn:ogc:def:crs:OGC:1.3:CRS84|CRS:84",
                "http://www.opengis.net/def/crs/OGC/1.3/CRS84|CRS:84",
                "gcj02|GCJ-02",
                "BD-09|BD-09",
                "EPSG:900913|EPSG:3857",
                "EPSG:2326|EPSG:2326"
            })
    void everyWayOfNamingIsUnderstood(String name, String code) {
        assertThat(CoordinateSystem.of(name).code()).isEqualTo(code);
    }

    /** All 185 systems that are built by rule against the EPSG database of GeoTools. */
    @Test
    void theEverydaySystemsAreThoseOfTheEpsgDatabase() {
        EverydaySystems.epsgCodes().forEach(code -> {
            EverydaySystem system = EverydaySystems.ofEpsg(code).orElseThrow();
            CoordinateReferenceSystem expected = decode(code, true);
            assertThat(system.name()).isEqualTo(expected.getName().getCode());
            assertThat(system.northingFirst())
                    .as(system.code())
                    .isEqualTo(AxisDirection.NORTH.equals(
                            decode(code, false).getCoordinateSystem().getAxis(0).getDirection()));
            if (expected instanceof ProjectedCRS projected && code != 3857) {
                double[] lonLat = {system.projection().centralMeridianDeg() + 1.3, code / 1000.0};
                double[] database = lonLat.clone();
                system.mapping().fromLonLat(lonLat, 0);
                transform(projected, database);
                // GeoTools' shorter series is good to 0.1 mm here
                assertThat(lonLat[0]).as(system.code()).isCloseTo(database[0], within(2e-4));
                assertThat(lonLat[1]).as(system.code()).isCloseTo(database[1], within(2e-4));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "yuexiu_variants/yuexiu_green_gbk_nocpg.prj, EPSG:4547",
        "nasty/mapshaper/gauss_kruger/gauss_kruger.prj, EPSG:2435",
        "nasty/mapshaper/518_519/data_corruption_error.prj, EPSG:3006",
        "nasty/mapshaper/ldid_chinese/chinese.prj, EPSG:4326",
        "cite/wms13_shapefile/Lakes.prj, EPSG:4326"
    })
    void prjTextIsMatchedToItsCode(String file, String code) throws Exception {
        assertThat(CoordinateSystem.of(Files.readString(SharedData.path(file))).code())
                .isEqualTo(code);
    }

    private static final String ESRI_WGS84 =
            "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,"
                    + "298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    @Test
    void webMercatorOfEsriIsKnown() {
        String wkt = "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\"," + ESRI_WGS84
                + ",PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],"
                + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",0.0],"
                + "PARAMETER[\"Standard_Parallel_1\",0.0],PARAMETER[\"Auxiliary_Sphere_Type\",0.0],UNIT[\"Meter\",1.0]]";
        assertThat(CoordinateSystem.of(wkt).code()).isEqualTo("EPSG:3857");
    }

    /** What {@code gdalsrsinfo -o wkt2 EPSG:4547} prints, shortened to what matters. */
    @Test
    void wkt2IsMatchedToo() {
        String wkt = "PROJCRS[\"any name\",BASEGEOGCRS[\"China Geodetic Coordinate System 2000\",DATUM[\"China 2000\","
                + "ELLIPSOID[\"CGCS2000\",6378137,298.257222101,LENGTHUNIT[\"metre\",1]]],PRIMEM[\"Greenwich\",0,"
                + "ANGLEUNIT[\"degree\",0.0174532925199433]]],CONVERSION[\"x\",METHOD[\"Transverse Mercator\","
                + "ID[\"EPSG\",9807]],PARAMETER[\"Latitude of natural origin\",0],PARAMETER[\"Longitude of natural origin\","
                + "114],PARAMETER[\"Scale factor at natural origin\",1],PARAMETER[\"False easting\",500000],"
                + "PARAMETER[\"False northing\",0]],CS[Cartesian,2],LENGTHUNIT[\"metre\",1]]";
        assertThat(CoordinateSystem.of(wkt).code()).isEqualTo("EPSG:4547");
    }

    /** Cities have their own meridian: no code fits, the WKT stays the code and the coordinates are right. */
    @Test
    void aCitysOwnGaussKrugerStaysWhatItIs() {
        String wkt =
                "PROJCS[\"City\"," + ESRI_WGS84 + ",PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",40000.0],"
                        + "PARAMETER[\"False_Northing\",-2500000.0],PARAMETER[\"Central_Meridian\",113.2833333333333],"
                        + "PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
        CoordinateSystem system = CoordinateSystem.of(wkt);
        double[] xy = {113.2971242, 23.1096309};
        CoordinateTransform.between(CoordinateSystem.of("EPSG:4326"), system).apply(xy, 0, 1);

        assertThat(system.code()).isEqualTo(wkt);
        assertThat(system.name()).isEqualTo("City");
        assertThat(system.metric()).isTrue();
        // echo 113.2971242 23.1096309 | cs2cs -f %.6f +proj=longlat +to +proj=tmerc +lon_0=113.2833333333333 +x_0=40000
        // +y_0=-2500000
        assertThat(xy[0]).isCloseTo(41412.730224, within(1e-5));
        assertThat(xy[1]).isCloseTo(56678.694834, within(1e-5));
    }

    @Test
    void whatCanBeMeasuredIn() {
        assertThat(CoordinateSystem.of("EPSG:4547").metric()).isTrue();
        assertThat(CoordinateSystem.of("EPSG:3006").metric()).isTrue();
        assertThat(CoordinateSystem.of("EPSG:2263").metric()).as("feet").isFalse();
        assertThat(CoordinateSystem.of("EPSG:3857").metric()).as("stretched").isFalse();
        assertThat(CoordinateSystem.of("EPSG:3395").metric()).as("stretched").isFalse();
        assertThat(CoordinateSystem.of("EPSG:4326").metric()).isFalse();
        assertThat(CoordinateSystem.of("GCJ-02").geographic()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "EPSG:1",
                "EPSG:99999",
                "WGS84 probably",
                "EPSG:4978",
                "PROJCS[\"x",
                "PROJCS[\"x\"]]",
                "GEOGCS[]"
            })
    void whatIsNoSystemIsRefusedInOneLine(String name) {
        assertThatThrownBy(() -> CoordinateSystem.of(name))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("coordinate system")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "106.4, 29.8, EPSG:4544", // Beibei
        "113.3, 23.1, EPSG:4547", // Guangzhou
        "114.17, 22.3, EPSG:4547", // Hong Kong
        "126.6, 45.8, EPSG:4551", // Harbin
        "87.6, 43.8, EPSG:4538", // Urumqi
        "91.1, 29.65, EPSG:4539", // Lhasa
        "121.45, 25.1, EPSG:4549", // Taipei
        "110.3, 20.0, EPSG:4546", // Haikou
        "124.4, 40.1, EPSG:4550", // Dandong
        "7.42, 43.73, EPSG:32632", // Monaco
        "105.85, 21.03, EPSG:32648", // Hanoi
        "77.2, 28.6, EPSG:32643", // Delhi
        "126.98, 37.57, EPSG:32652", // Seoul
        "106.9, 47.9, EPSG:32648", // Ulaanbaatar
        "-58.4, -34.6, EPSG:32721" // Buenos Aires
    })
    void theMetricSystemFollowsThePlace(double lon, double lat, String code) {
        MetricCrs choice = MetricCrs.choose(new Envelope(lon - 0.01, lon + 0.01, lat - 0.01, lat + 0.01));
        assertThat(choice.system().code()).isEqualTo(code);
        assertThat(choice.reason()).contains("zone of the centre");
    }

    private static CoordinateReferenceSystem decode(int code, boolean xFirst) {
        try {
            return CRS.decode("EPSG:" + code, xFirst);
        } catch (org.geotools.api.referencing.FactoryException e) {
            throw new AssertionError(e);
        }
    }

    private static void transform(ProjectedCRS crs, double[] lonLat) {
        try {
            crs.getConversionFromBase().getMathTransform().transform(lonLat, 0, lonLat, 0, 1);
        } catch (org.geotools.api.referencing.operation.TransformException e) {
            throw new AssertionError(e);
        }
    }
}
