import { catalogue } from '../../core/base/index.ts'

/** What a reader of files says when it refuses: what happened, what was found, what to do. Keys are the codes after `files/`. */
export const texts = catalogue({
  ru: {
    refusals: {
      'files/empty': 'Файл пуст: в нём нет ни одного байта. Проверьте, что документ сохранён, и загрузите его ещё раз.',
      'files/not-found': 'Файл «{path}» не найден. Проверьте путь и имя файла.',
      'files/is-folder': '«{path}» — это папка, а нужен файл приказа. Укажите сам файл.',
      'files/not-readable': 'Нет права читать файл «{path}». Попросите доступ к нему или скопируйте его в свою папку.',
      'files/not-writable': 'Файл «{path}» не записан: такой папки нет или в неё нельзя писать. Укажите другое место.',
      'files/too-large':
        'Файл слишком большой: {foundMb} МБ, а принимаются файлы до {limitMb} МБ. Обычно столько занимают картинки: уберите их или сохраните приказ без сканов и загрузите снова.',
      'files/broken-archive':
        'Файл повреждён: его архив не открывается. Откройте его в программе, в которой он сделан (Word, Excel, LibreOffice, архиватор), сохраните заново и загрузите ещё раз.',
      'files/archive-bomb':
        'Файл не принят: при распаковке он занял бы больше {limitMb} МБ, обычные документы и таблицы так не устроены. Скопируйте содержимое в новый файл и загрузите его.',
      'files/archive-entries':
        'Файл не принят: внутри него {found} частей, а принимается не больше {limit}. Скопируйте содержимое в новый файл или разделите архив на несколько и загрузите снова.',
      'files/broken-xml':
        'Файл повреждён: его содержимое записано с ошибкой. Откройте его в Word, Excel или LibreOffice, сохраните заново и загрузите ещё раз.',
      'files/xml-entity':
        'Файл не принят: он ссылается на посторонние данные (объявление DOCTYPE), документы Word так не делают. Скопируйте текст в новый документ и загрузите его.',
      'files/xml-too-deep':
        'Файл не принят: его части вложены друг в друга глубже {limit} уровней. Скопируйте текст в новый документ и загрузите его.',
      'files/tables-too-deep':
        'Файл не принят: таблицы вложены друг в друга глубже {limit} уровней. Вынесите внутренние таблицы наружу и загрузите документ снова.',
      'files/alt-chunk':
        'В документ вставлен другой файл целиком, его текст нельзя прочитать без Word. Откройте документ в Word, сохраните его заново и загрузите ещё раз.',
      'files/not-a-document':
        'Это архив ZIP, но не документ Word: внутри нет текста документа. Распакуйте архив и загрузите сам приказ (DOCX, PDF или текст).',
      'files/old-word':
        'Это документ старого Word (.doc). Откройте его и сохраните как «Документ Word (.docx)», затем загрузите новый файл.',
      'files/ole':
        'Это файл старого офисного формата, не документ Word. Сохраните приказ как DOCX, PDF или текст и загрузите снова.',
      'files/opendocument':
        'Это документ OpenDocument (.odt или похожий). Откройте его и сохраните как «Word 2007–365 (.docx)», затем загрузите новый файл.',
      'files/rtf': 'Это документ RTF. Откройте его в Word или LibreOffice, сохраните как DOCX и загрузите новый файл.',
      'files/spreadsheet':
        'Это таблица Excel, а нужен текст приказа. Загрузите сам приказ (DOCX, PDF или текст); таблицы принимает раздел загрузки справочников.',
      'files/presentation': 'Это презентация, а нужен текст приказа. Загрузите приказ как DOCX, PDF или текст.',
      'files/html':
        'Это страница сайта (HTML), как бы файл ни назывался. Откройте её в браузере, напечатайте в PDF или скопируйте текст в документ Word и загрузите его.',
      'files/xml': 'Это файл XML, а не документ. Откройте его в Word, сохраните как DOCX и загрузите новый файл.',
      'files/picture':
        'Это картинка ({found}), в ней нет текста. Распознайте скан (OCR) или возьмите у автора исходный документ и загрузите DOCX, PDF с текстом или текст.',
      'files/archive':
        'Это архив ({found}), а не документ. Распакуйте его и загрузите сам приказ (DOCX, PDF или текст).',
      'files/encrypted':
        'Документ закрыт паролем. Откройте его с паролем, снимите защиту («Сведения» → «Защита документа») и загрузите снова.',
      'files/macros':
        'В документе есть макросы, такие файлы не принимаются. Сохраните его как «Документ Word (.docx)» без макросов и загрузите снова.',
      'files/pictures-only':
        'В документе нет текста, только картинки ({found}): похоже на скан. Распознайте его (OCR) или возьмите у автора исходный документ.',
      'files/no-text': 'В документе нет текста. Проверьте, что загружен нужный файл.',
      'files/pdf-without-text':
        'В этом PDF нет текста, только изображения страниц ({pages, plural, one {# страница} few {# страницы} other {# страниц}}). Распознайте скан (OCR) или возьмите у автора исходный документ DOCX.',
      'files/pdf-unreadable-text':
        'Текст этого PDF нельзя прочитать: его шрифты не говорят, какие это буквы. Возьмите у автора исходный документ DOCX или распознайте PDF (OCR).',
      'files/pdf-broken':
        'Файл PDF повреждён и не открывается. Получите его у отправителя ещё раз или сохраните документ в PDF заново.',
      'files/pdf-pages':
        'В этом PDF {found} страниц, принимаются документы до {limit}. Оставьте только приказ с приложениями и загрузите снова.',
      'files/too-long':
        'Документ слишком длинный: в нём больше {limit} абзацев и ячеек или больше {limitCharacters} знаков. Оставьте только приказ с приложениями и загрузите снова.',
      'files/unknown-format':
        'Не удалось понять, что это за файл: это не DOCX, не PDF и не текст. Загрузите приказ в одном из этих видов.',
      'files/too-slow':
        'Чтение файла остановлено: за {limitSeconds} с он не прочитан. Документ слишком сложный или повреждён: сохраните его заново в Word и загрузите ещё раз.',
      'files/too-much-memory':
        'Чтение файла остановлено: ему не хватило {limitMb} МБ памяти. Документ слишком большой или повреждён: уберите лишнее, сохраните заново и загрузите ещё раз.',
      'files/reader-crashed':
        'Чтение файла прервалось. Сохраните документ заново в Word или LibreOffice и загрузите ещё раз; если не поможет, передайте файл в поддержку.',
      'files/busy': 'Сейчас читается слишком много файлов. Подождите минуту и загрузите снова.',
    },
  },
  en: {
    refusals: {
      'files/empty':
        'The file is empty: it has no bytes at all. Check that the document was saved and upload it again.',
      'files/not-found': 'The file “{path}” was not found. Check the path and the name.',
      'files/is-folder': '“{path}” is a folder, and the file of an order is needed. Name the file itself.',
      'files/not-readable': 'There is no right to read “{path}”. Ask for access or copy the file to a folder of yours.',
      'files/not-writable':
        'The file “{path}” was not written: there is no such folder, or it may not be written to. Name another place.',
      'files/too-large':
        'The file is too large: {foundMb} MB, and files up to {limitMb} MB are accepted. Pictures usually take that much: remove them or save the order without scans and upload it again.',
      'files/broken-archive':
        'The file is damaged: its archive does not open. Open it in the program that made it (Word, Excel, LibreOffice, an archiver), save it again and upload it once more.',
      'files/archive-bomb':
        'The file was not accepted: unpacked it would take more than {limitMb} MB, ordinary documents and tables are not made like that. Copy the content into a new file and upload that.',
      'files/archive-entries':
        'The file was not accepted: it has {found} parts inside, and at most {limit} are taken. Copy the content into a new file, or split the archive, and upload again.',
      'files/broken-xml':
        'The file is damaged: its content is written with an error. Open it in Word, Excel or LibreOffice, save it again and upload it once more.',
      'files/xml-entity':
        'The file was not accepted: it refers to outside data (a DOCTYPE declaration), Word documents never do. Copy the text into a new document and upload that.',
      'files/xml-too-deep':
        'The file was not accepted: its parts are nested deeper than {limit} levels. Copy the text into a new document and upload that.',
      'files/tables-too-deep':
        'The file was not accepted: tables are nested deeper than {limit} levels. Move the inner tables out and upload the document again.',
      'files/alt-chunk':
        'Another file is inserted whole into this document, its text cannot be read without Word. Open the document in Word, save it again and upload it once more.',
      'files/not-a-document':
        'This is a ZIP archive, not a Word document: there is no document text inside. Unpack it and upload the order itself (DOCX, PDF or text).',
      'files/old-word':
        'This is a document of old Word (.doc). Open it, save it as a Word document (.docx) and upload the new file.',
      'files/ole':
        'This is a file of an old office format, not a Word document. Save the order as DOCX, PDF or text and upload it again.',
      'files/opendocument':
        'This is an OpenDocument file (.odt or the like). Open it, save it as Word 2007–365 (.docx) and upload the new file.',
      'files/rtf': 'This is an RTF document. Open it in Word or LibreOffice, save it as DOCX and upload the new file.',
      'files/spreadsheet':
        'This is an Excel sheet, and the text of an order is needed. Upload the order itself (DOCX, PDF or text); sheets are taken where registers are imported.',
      'files/presentation':
        'This is a presentation, and the text of an order is needed. Upload the order as DOCX, PDF or text.',
      'files/html':
        'This is a web page (HTML), whatever the file is called. Open it in a browser and print it to PDF, or copy the text into a Word document and upload that.',
      'files/xml': 'This is an XML file, not a document. Open it in Word, save it as DOCX and upload the new file.',
      'files/picture':
        'This is a picture ({found}), there is no text in it. Recognise the scan (OCR) or ask the author for the original and upload DOCX, PDF with text, or text.',
      'files/archive':
        'This is an archive ({found}), not a document. Unpack it and upload the order itself (DOCX, PDF or text).',
      'files/encrypted':
        'The document is closed with a password. Open it, remove the protection (Info → Protect document) and upload it again.',
      'files/macros':
        'The document contains macros, such files are not accepted. Save it as a Word document (.docx) without macros and upload it again.',
      'files/pictures-only':
        'The document has no text, only pictures ({found}): it looks like a scan. Recognise it (OCR) or ask the author for the original.',
      'files/no-text': 'There is no text in the document. Check that this is the right file.',
      'files/pdf-without-text':
        'This PDF has no text, only images of pages ({pages, plural, one {# page} other {# pages}}). Recognise the scan (OCR) or ask the author for the original DOCX.',
      'files/pdf-unreadable-text':
        'The text of this PDF cannot be read: its fonts do not say which letters they hold. Ask the author for the original DOCX or recognise the PDF (OCR).',
      'files/pdf-broken':
        'The PDF file is damaged and does not open. Get it from the sender again or save the document to PDF once more.',
      'files/pdf-pages':
        'This PDF has {found} pages, documents up to {limit} are accepted. Keep only the order with its appendices and upload it again.',
      'files/too-long':
        'The document is too long: more than {limit} paragraphs and cells, or more than {limitCharacters} characters. Keep only the order with its appendices and upload it again.',
      'files/unknown-format':
        'It was not possible to tell what this file is: not DOCX, not PDF and not text. Upload the order in one of these forms.',
      'files/too-slow':
        'Reading was stopped: the file was not read within {limitSeconds} s. The document is too complex or damaged: save it again in Word and upload it once more.',
      'files/too-much-memory':
        'Reading was stopped: {limitMb} MB of memory were not enough. The document is too large or damaged: remove what is not needed, save it again and upload it once more.',
      'files/reader-crashed':
        'Reading was interrupted. Save the document again in Word or LibreOffice and upload it once more; if that does not help, pass the file to support.',
      'files/busy': 'Too many files are being read right now. Wait a minute and upload again.',
    },
  },
})
