import type { Vocabulary } from './vocabulary.ts';

/** The words of Hebrew, Arabic, Thai, Vietnamese and Indonesian. */
export const vocabulariesOfAsia: Record<string, Vocabulary> = {
  ar: {
    common: '',
    craft:
      'فيلم سينما مخرج سيناريو كاميرا مشهد مشاهد لقطة لقطات ممثل ممثلة أداء موسيقى مونتاج حوار شخصية شخصيات جمهور شاشة بطل إخراج تصوير صالة قاعة نهاية حبكة قصة صورة دور',
    judging:
      'رائع جميل ممتاز أفضل أسوأ أجمل أقوى ضعيف قوي ممل تحفة أنصح مؤثر مضحك للأسف يستحق مثالي مقنع صبر طويل ناجح جيد مدهش ممتع صادق يبالغ بالغ متقن مبهر باهت موفق',
    other:
      'رواية كتاب فصل قارئ ألبوم أغنية حلقة موسم مسلسل لعبة لاعب وصفة مطعم طبق مسرح حفل معرض برنامج فندق هاتف بطارية معالج',
    news: 'أعلن أكد تصوير_يبدأ إيرادات توفي مليون',
  },
  he: {
    common: '',
    craft:
      'סרט קולנוע במאי בימאי תסריט מצלמה סצנ צילום צילומ שחקנ שחקנית שחקנים משחק עריכה מוזיקה פסקול דיאלוג דמות דמויות צופה צופים קהל מסך הקרנה עלילה גיבור תפקיד מערכה',
    judging:
      'מצוין נפלא נהדר טוב טובה יפה יפהפה מרגש מצחיק משעמם חלש חזק גרוע מבריק מומלץ ממליצ מאכזב יצירת_מופת חבל לצערי שווה מושלם מיותר אהבתי נוגע משכנע מוצלח ארוך_מדי יותר_מדי מפספס',
    other:
      'ספר רומן פרק סופר הוצאת אלבום שיר להקה סדרה סדרת עונה משחק_מחשב מתכון מסעדה מנה מנות שף תיאטרון הצגה מופע קונצרט אופרה תערוכה תוכנה גרסה מלון סוללה מכשיר',
    news: 'הודיע הכריז אישר צילומים_יחלו קופות טריילר מת_ נפטר מיליון יעלה_לאקרנים',
  },
  th: {
    common: '',
    craft:
      'หนัง ภาพยนตร์ ผู้กำกับ กำกับ บทภาพยนตร์ กล้อง ฉาก นักแสดง แสดง ตัวละคร ดนตรี เพลงประกอบ ตัดต่อ ถ่ายภาพ งานภาพ โรง คนดู ผู้ชม จอ พระเอก นางเอก ตอนจบ บทสนทนา พล็อต เล่น ดาราที่',
    judging:
      'ดีมาก ดีที่สุด ยอดเยี่ยม สนุก น่าเบื่อ แนะนำ ประทับใจ ซึ้ง ตลก ทรงพลัง สวย เสียดาย ผิดหวัง ชอบ ห่วย คม ลุ้น ระทึก ฉลาด คุ้มค่า สมบูรณ์ น่าจดจำ อ่อน เกินไป ไปหน่อย',
    other:
      'นิยาย หนังสือ สำนักพิมพ์ อัลบั้ม ซีรีส์ ซีซั่น ซีซัน เกม ผู้เล่น สูตรอาหาร ร้านอาหาร เมนู ละครเวที คอนเสิร์ต นิทรรศการ ซอฟต์แวร์ โรงแรม มือถือ แบต ชาร์จ หน้าจอ',
    news: 'ประกาศ ยืนยัน เปิดกล้อง ตัวอย่างหนัง เสียชีวิต ล้านบาท',
  },
  vi: {
    common: 'của và là một những không cho người trong được với này các đã như cũng',
    craft:
      'phim điện_ảnh đạo_diễn kịch_bản máy_quay cảnh_quay phân_cảnh diễn_viên diễn_xuất vai_ vai_diễn nhân_vật nhạc_phim âm_nhạc dựng_phim hình_ảnh khung_hình thoại rạp khán_giả màn_ảnh bộ_phim đoạn_kết cái_kết quay_ diễn_',
    judging:
      'hay_ hay_nhất xuất_sắc tuyệt_vời đẹp cảm_động xúc_động hài_hước nhàm_chán dở_ yếu đáng_xem đáng_tiếc đáng_giá thuyết_phục ấn_tượng thất_vọng điểm_sáng điểm_trừ điểm_cộng lê_thê kiệt_tác hoàn_hảo thích_ non_ gượng',
    other:
      'tiểu_thuyết cuốn_sách chương_ độc_giả nhà_xuất_bản album ca_khúc bài_hát mùa_phim phim_truyền_hình trò_chơi người_chơi công_thức nhà_hàng quán_ món_ăn vở_kịch sân_khấu hòa_nhạc triển_lãm phần_mềm phiên_bản khách_sạn pin_ điện_thoại',
    news: 'công_bố xác_nhận bấm_máy doanh_thu trailer qua_đời tỷ_đồng khởi_chiếu',
  },
  id: {
    common: 'yang dan di dari ini itu dengan untuk tidak dalam akan pada juga ada saya karena',
    craft:
      'film bioskop sutradara naskah skenario kamera adegan aktor aktris akting pemain pemeran bermain tokoh karakter musik penyuntingan sinematograf gambar penonton menonton layar dialog babak alur cerita peran tata_suara',
    judging:
      'bagus terbaik buruk terburuk indah menarik membosankan kuat lemah lucu mengharukan menakutkan memukau luar_biasa mengecewakan sayang rekomend layak sempurna seru cerdas berani terlalu terburu-buru sabar suka_ meyakinkan berhasil gagal tenang',
    other:
      'novel_ buku bab_ pembaca penerbit album lagu musim_ episode serial gim permainan pemain_game resep restoran hidangan menu teater panggung konser pameran perangkat_lunak versi hotel baterai ponsel label',
    news: 'mengumumkan mengonfirmasi syuting_dimulai box_office trailer meninggal juta miliar akan_tayang',
  },
};
